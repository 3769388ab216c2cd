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
import { NoLinks, type PartProps } from "./overview-part";

/** What the loss of chosen workloads does downstream. */
export async function RadiusPart({ actor, search, base, api }: PartProps) {
  const radius = await seen(getRadius(actor, search));
  const { sources, offers, loss, wave, waves } = radius;
  if (radius.workloads === 0)
    return <NoLinks overview={{ full: actor.role !== "partner", workloads: 0 }} base={base} actor={actor} />;
  const ids = sources.map((one) => one.id);
  const plain = { ...search, text: "", sort: null, descending: false, page: 1 };
  const to = (chosen: readonly string[], moved = search.wave) =>
    `${base}${graphQuery(plain, { sources: chosen, wave: moved })}`;
  return (
    <>
      <Section
        title={
          sources.length === 0 && wave === null ? "What happens when something is lost" : titleOf(radius)
        }
        id="radius"
        finding={
          loss !== null
            ? WEIGHT_WORDS
            : wave === null
              ? "Choose one workload or several, or a whole wave."
              : `Wave ${wave.number} has no workload.`
        }
      >
        <RadiusChoice
          base={base}
          text={search.text}
          sources={sources}
          offers={offers}
          addHref={(id) => to([...ids, id])}
          removeHref={(id) => to(ids.filter((one) => one !== id))}
          clearHref={to([], null)}
          wave={search.wave}
          waves={waves}
          waveHref={(number) => to(ids, number)}
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

function titleOf({ sources, wave, loss }: Radius): string {
  const one = sources.length === 1 && wave === null;
  const moved = wave === null ? [] : [`all ${counted(wave.workloads, "workload")} of wave ${wave.number}`];
  const names = listed([...sources.map((source) => source.name), ...moved], 4);
  return loss?.all === 0 ? `Nothing recorded hangs on ${names}` : `When ${names} ${one ? "is" : "are"} lost`;
}

async function seen<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
