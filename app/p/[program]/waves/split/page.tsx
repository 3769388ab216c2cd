import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Button } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { Paged } from "@/components/ui/paged";
import { EmptyState } from "@/components/ui/states";
import { SplitList, SplitSteps } from "@/components/waves/split-links";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import type { SplitStep } from "@/lib/waves/model/split";
import { BEFORE_CUTOVER } from "@/lib/waves/model/states";
import { loadSplitPlan } from "@/lib/waves/queries/split-links";
import { one } from "@/lib/waves/rules/search";
import { splitSpans, splitSteps } from "@/lib/waves/rules/split-links";

export const metadata: Metadata = { title: "Links across" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function SplitPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (actor.role === "partner") notFound();
  const search = await searchParams;
  const { waves, links } = await loadSplitPlan(actor);
  const steps = splitSteps(waves, splitSpans(waves, links));
  const path = `/p/${program}/waves/split`;
  const shown = chosen(steps, one(search.after));
  const hrefFor = (number: number) => `${path}?after=${number}#links`;
  return (
    <>
      <PageHeader eyebrow="Waves" title="Links across after each wave" />
      <Section title="After each wave" finding={finding(steps)}>
        {steps.length === 0 ? (
          <EmptyState
            title="No wave is planned yet"
            action={<Button href={`/p/${program}/waves`}>Go to the waves</Button>}
          >
            Links are split once a wave moves one of their ends and not the other.
          </EmptyState>
        ) : (
          <>
            <SplitSteps steps={steps} after={shown?.wave.number ?? null} hrefFor={hrefFor} />
            <p className="soft dense" style={{ marginTop: 12, maxWidth: "60em" }}>
              A link is across while one of its ends has moved and the other has not. Waves without a window
              count as the last. How much goes over a link is not recorded, so that synchronous links are
              argued against whatever their volume.
            </p>
          </>
        )}
      </Section>
      {shown === null ? null : (
        <Section
          id="links"
          title={`After wave ${shown.wave.number}, ${shown.wave.name}`}
          finding={`${counted(shown.across.length, "link")} across, synchronous ones first.`}
        >
          {shown.across.length === 0 ? (
            <EmptyState title="No recorded link is across then" />
          ) : (
            <Paged
              rows={shown.across}
              page={search.page}
              hrefFor={(to) => `${path}?after=${shown.wave.number}&page=${to}#links`}
            >
              {(rows) => <SplitList spans={rows} program={`/p/${program}`} />}
            </Paged>
          )}
        </Section>
      )}
    </>
  );
}

/** The wave that the address names, else the next that has yet to cut over. */
function chosen(steps: readonly SplitStep[], after: string): SplitStep | null {
  const named = steps.find(({ wave }) => String(wave.number) === after);
  return named ?? steps.find(({ wave }) => BEFORE_CUTOVER.includes(wave.state)) ?? steps.at(-1) ?? null;
}

function finding(steps: readonly SplitStep[]): string | undefined {
  const worst = steps.reduce<SplitStep | null>(
    (found, step) => (found === null || step.synchronous > found.synchronous ? step : found),
    null,
  );
  if (worst === null) return undefined;
  if (worst.synchronous === 0) return "No synchronous link is known to be across at any time.";
  return `Most synchronous links are across after wave ${worst.wave.number}: ${worst.synchronous} of ${worst.across.length}.`;
}
