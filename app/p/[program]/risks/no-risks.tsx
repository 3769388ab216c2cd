import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";

/** Before the first risk: what belongs here, that an empty register is no good news, and the ways to begin. */
export function NoRisks({
  actor,
  program,
  title = "No risk is recorded yet",
}: {
  actor: Actor;
  program: string;
  title?: string;
}) {
  const writes = can(actor, "risk:write");
  const brings = can(actor, "import:run");
  return (
    <EmptyState
      level={2}
      title={title}
      action={
        writes || brings ? (
          <div className="acts-row">
            {writes ? (
              <Button href={`/p/${program}/risks/new`} variant="pri">
                Raise a risk
              </Button>
            ) : null}
            {brings ? <Button href={`/p/${program}/imports`}>Import a register</Button> : null}
          </div>
        ) : undefined
      }
    >
      What could hurt the move or the business is kept here, each with its score, its owner and its next
      action. That nothing is recorded is not the same as no risk: nobody may have looked yet.
    </EmptyState>
  );
}
