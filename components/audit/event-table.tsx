import { EventMoment } from "@/components/audit/event-moment";
import { EventSentence } from "@/components/audit/event-sentence";
import { Digest } from "@/components/ui/moment";
import { DefinitionList } from "@/components/ui/page";
import { Heads, Tbl } from "@/components/ui/table";
import { kindLabel } from "@/lib/audit/labels";
import type { RecordedEvent } from "@/lib/audit/model";

/** The events of the reading room: number, moment, sentence, and everything that was hashed one click away. */
export function EventTable({ events, zone }: { events: readonly RecordedEvent[]; zone: string }) {
  return (
    <Tbl caption="Events of the audit trail, the newest first" stack="lead">
      <Heads of={[["Event", "r"], "When it happened", "What happened", ["Role", "p3"]]} />
      <tbody>
        {events.map((event) => (
          <tr key={event.seq} id={`event-${event.seq}`}>
            <td className="r">{event.seq}</td>
            <td className="nw">
              <EventMoment event={event} zone={zone} />
            </td>
            <td>
              <EventSentence event={event} zone={zone} />
              <EventDetails event={event} />
            </td>
            <td className="p3 nw not-s">{kindLabel(event.body.actor.role)}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function EventDetails({ event }: { event: RecordedEvent }) {
  const { body, recordedAt, occurredAt, hash, seq } = event;
  const facts = [
    { label: "Action", value: body.action },
    { label: "Subject", value: `${kindLabel(body.subject.type)} ${body.subject.label} (${body.subject.id})` },
    {
      label: "Person",
      value: `${body.actor.name}, ${kindLabel(body.actor.role).toLowerCase()}, by ${body.actor.via.replaceAll("-", " ")}`,
    },
    { label: "Happened", value: occurredAt.toISOString() },
    { label: "Recorded", value: recordedAt.toISOString() },
    { label: "Request", value: body.requestId },
    { label: "Before", value: <Values of={body.before} /> },
    { label: "After", value: <Values of={body.after} /> },
  ];
  const brought = body.backfill;
  if (brought)
    facts.push({
      label: "Brought in",
      value: `By ${brought.by.name} from ${brought.source}: ${brought.reason}`,
    });
  return (
    <details>
      <summary className="small mute">
        All that was recorded<span className="vh"> in event {seq}</span>
      </summary>
      <DefinitionList items={[...facts, { label: "Hash", value: <Digest hex={hash} label={null} /> }]} />
    </details>
  );
}

function Values({ of }: { of: RecordedEvent["body"]["after"] }) {
  if (of === null) return <span className="mute">nothing</span>;
  return (
    <ul>
      {Object.entries(of).map(([field, value]) => (
        <li key={field}>
          {field}: <span className="mono">{typeof value === "string" ? value : JSON.stringify(value)}</span>
        </li>
      ))}
    </ul>
  );
}
