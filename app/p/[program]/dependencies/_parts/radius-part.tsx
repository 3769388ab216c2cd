import { notFound } from "next/navigation";
import { LossFigures } from "@/components/dependencies/loss-figures";
import { RadiusChoice } from "@/components/dependencies/radius-choice";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { getRadius, type Radius } from "@/lib/dependencies/queries/dependency-graph";
import { graphQuery, MOST_SOURCES } from "@/lib/dependencies/rules/address";
import { WEIGHT_WORDS } from "@/lib/dependencies/rules/weights";
import { AppError } from "@/lib/kernel/errors";
import { counted, listed } from "@/lib/kernel/text";
import { ListSection } from "./list-section";
import type { PartProps } from "./overview-part";

/** What the loss of chosen workloads does downstream. */
export async function RadiusPart({ actor, search, base, api }: PartProps) {
  const radius = await seen(getRadius(actor, search));
  const { sources, offers, loss } = radius;
  const ids = sources.map((one) => one.id);
  const to = (chosen: readonly string[]) =>
    `${base}${graphQuery(search, { sources: chosen, text: "", sort: null, descending: false, page: 1 })}`;
  return (
    <>
      <Section
        title={sources.length === 0 ? "What happens when something is lost" : titleOf(radius)}
        id="radius"
        finding={loss === null ? "Choose one workload or several." : WEIGHT_WORDS}
      >
        <RadiusChoice
          base={base}
          text={search.text}
          sources={sources}
          offers={offers}
          addHref={(id) => to([...ids, id])}
          removeHref={(id) => to(ids.filter((one) => one !== id))}
          clearHref={to([])}
          full={sources.length >= MOST_SOURCES}
        />
        {loss === null ? (
          search.text === "" ? (
            <EmptyState title="Nothing is chosen yet">
              A hard link stops what depends on it, a soft one leaves it working with less. Both are followed
              to the end, and links that nobody has judged count as hard.
            </EmptyState>
          ) : null
        ) : (
          <LossFigures {...loss} />
        )}
      </Section>
      {loss === null || loss.all === 0 ? null : (
        <ListSection
          title="Who is hit"
          id="hit"
          finding={`${counted(loss.all, "workload")}: those that stop first, then the most critical and the closest.`}
          list={loss.list}
          search={search}
          path={base}
          base={base}
          mayWrite={false}
          csv={`${api}/export.csv${graphQuery(search)}`}
        />
      )}
    </>
  );
}

function titleOf({ sources, loss }: Radius): string {
  const names = listed(
    sources.map((one) => one.name),
    3,
  );
  return loss?.all === 0
    ? `Nothing recorded hangs on ${names}`
    : `When ${names} ${sources.length === 1 ? "is" : "are"} lost`;
}

async function seen<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
