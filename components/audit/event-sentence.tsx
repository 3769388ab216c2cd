import type { RecordedEvent } from "@/lib/audit/model";
import { describeChanges, describeEvent } from "@/lib/audit/rules/describe-event";
import { withNumbers } from "@/lib/kernel/text";

/** The sentence of an event; several changed fields become a list. */
export function EventSentence({ event, zone }: { event: RecordedEvent; zone: string }) {
  const { body } = event;
  const changes = describeChanges(body.before, body.after, zone);
  const short = changes.length < 2;
  return (
    <>
      {withNumbers(describeEvent(short ? body : { ...body, before: null }, zone))}
      {body.note === null ? null : <span className="mute"> {asSentence(body.note)}</span>}
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

/** What stands after it begins anew. */
function asSentence(note: string): string {
  return /[.!?…”]$/u.test(note) ? note : `${note}.`;
}
