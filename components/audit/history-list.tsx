import { EventMoment } from "@/components/audit/event-moment";
import { EmptyState } from "@/components/ui/states";
import { Tbl } from "@/components/ui/table";
import type { RecordedEvent } from "@/lib/audit/model";
import { describeChanges, describeEvent } from "@/lib/audit/rules/describe-event";

export type HistoryListProps = {
  events: readonly RecordedEvent[];
  /** The zone moments are shown in: the program's or the reader's. */
  zone: string;
  /** What the table is about, for those who hear it: "History of Tilbury WMS". */
  caption: string;
};

/** What happened to a subject, the newest first. */
export function HistoryList({ events, zone, caption }: HistoryListProps) {
  if (events.length === 0)
    return (
      <EmptyState title="Nothing is recorded yet">
        Every change is noted here with who made it and when.
      </EmptyState>
    );
  return (
    <Tbl caption={caption} stack="plain">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">What happened</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${event.chainId} ${event.seq}`}>
            <td className="nw">
              <EventMoment event={event} zone={zone} />
            </td>
            <td>
              <EventSentence event={event} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

/** The sentence of an event; several changed fields become a list. */
export function EventSentence({ event }: { event: RecordedEvent }) {
  const { body } = event;
  const changes = describeChanges(body.before, body.after);
  const short = changes.length < 2;
  return (
    <>
      {short ? describeEvent(body) : describeEvent({ ...body, before: null })}
      {body.note === null ? null : <span className="mute"> {body.note}</span>}
      {short ? null : (
        <ul className="small soft">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </>
  );
}
