import { EventRows } from "@/components/audit/event-rows";
import { Link } from "@/components/ui/link";
import { Section, WithSide } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { FactSheet } from "@/components/workloads/fact-sheet";
import { counted } from "@/lib/kernel/text";
import { getStandingOf } from "@/lib/workloads/queries/claim-dates";
import { FACT_GROUPS } from "@/lib/workloads/rules/fields";
import { tabHref } from "@/lib/workloads/rules/tabs";
import { CommentsOn } from "../../comments/comments-on";
import { wholeHistory } from "./whole-history";
import type { WorkloadPageData } from "./workload-page-data";

/** Every fact by its group with who says so; beside them what happened and what was said. */
export async function OverviewTab({ data }: { data: WorkloadPageData }) {
  const { actor, workload, home, path, mayChange } = data;
  const [{ dates, openQuestions }, events] = await Promise.all([
    getStandingOf(actor, workload.id),
    wholeHistory(actor, workload.id, 6),
  ]);
  return (
    <WithSide
      label="What happened and what was said"
      side={
        <>
          <Section title="Latest changes" level={3}>
            <EventRows events={events} zone={actor.zone} />
            {events.length === 0 ? null : (
              <Link className="go dense" href={tabHref(path, "history")}>
                All history
              </Link>
            )}
          </Section>
          <CommentsOn actor={actor} type="workload" id={workload.id} />
        </>
      }
    >
      {openQuestions === 0 ? null : (
        <Callout
          tone="risk"
          title={`Sources disagree about ${counted(openQuestions, "fact")}`}
          actions={<Link href={`${home}/questions?subject=${workload.id}`}>See the questions</Link>}
        >
          What stands here stands until somebody answers which word counts.
        </Callout>
      )}
      {FACT_GROUPS.filter((group) => group !== "decisions").map((group) => (
        <FactSheet
          key={group}
          group={group}
          workload={workload}
          dates={dates}
          zone={actor.zone}
          editHref={mayChange ? `${path}/edit?part=${group}` : undefined}
        />
      ))}
    </WithSide>
  );
}
