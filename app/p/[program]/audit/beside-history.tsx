import type { ReactNode } from "react";
import { EventRows } from "@/components/audit/event-rows";
import { Section, WithSide } from "@/components/ui/page";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { historyOf } from "@/lib/audit/queries/events";

type Props = { actor: Actor; type: string; id: string; children: ReactNode };

/** The page of one thing with its latest events beside it; the side is empty for those who read no history. */
export async function BesideHistory({ actor, type, id, children }: Props) {
  const events = can(actor, "history:read") ? await historyOf(actor, type, id) : null;
  const side =
    events === null ? null : (
      <Section title="History" level={3} id="history">
        <EventRows events={events} zone={actor.zone} />
      </Section>
    );
  return (
    <WithSide label="What happened" side={side}>
      {children}
    </WithSide>
  );
}
