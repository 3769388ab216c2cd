import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Section } from "@/components/ui/page";
import {
  Callout,
  CardsSkeleton,
  EmptyState,
  FailState,
  LinesSkeleton,
  TableSkeleton,
} from "@/components/ui/states";

/** Empty, failed, noted, loading. */
export function StateSpecimens() {
  return (
    <Section id="g-states" title="States" finding="Four looks that cannot be mistaken for each other.">
      <div style={{ display: "grid", gap: 24, maxWidth: 720 }}>
        <EmptyState
          title="No drills recorded for Wave 5 yet"
          action={<Button href="/gallery">Plan the first drill</Button>}
        >
          A drill is a rehearsed restore, failover or rollback with what was measured. Until one is recorded,
          31 workloads count as never tested.
        </EmptyState>
        <FailState
          title="The drill could not be saved"
          when="Tue 12 Jan 2027, 14:38:07 GMT"
          reference="WG-7Q2M-1184"
          action={<Button href="/gallery">Try again</Button>}
        >
          The database did not answer within 5 seconds. Nothing was lost: what you typed is still in the form
          below.
        </FailState>
        <ErrorSummary
          takeFocus={false}
          fields={{
            bad: "Enter how long the restore took, for example 2 h 10 min",
            badselect: "Choose a wave that is still planned",
          }}
        />
        <Callout title="Clocks change during this window">
          Sun 14 Mar, 02:00 does not exist in Columbus; the window is one hour shorter there.
        </Callout>
        <Callout
          tone="risk"
          title="Your signature is stale"
          actions={<Button size="sm">Read what changed</Button>}
        >
          The allowlists changed after you approved.
        </Callout>
        <Callout tone="off" title="This wave meets a freeze">
          Venlo counts its stock from 8 to 14 March.
        </Callout>
        <Callout tone="ok" title="Everything is checked" />
        <CardsSkeleton />
        <TableSkeleton rows={3} />
        <LinesSkeleton />
      </div>
    </Section>
  );
}
