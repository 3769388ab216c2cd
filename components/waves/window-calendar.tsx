import { Link } from "@/components/ui/link";
import { Rows } from "@/components/ui/sheet-parts";
import { Verdict } from "@/components/ui/status";
import { WindowSpan } from "@/components/waves/window-span";
import type { Slot } from "@/lib/calendar/rules/slots";
import { listed } from "@/lib/kernel/text";
import type { FreezeMet } from "@/lib/waves/model/window";
import { freezeKey, freezeWords, overlapWords } from "@/lib/waves/rules/freezes";

/** The freezes that a window meets, each with the exception that covers it or the way to one. */
export function FreezesMet({
  met,
  calendar,
  exceptHref,
}: {
  met: readonly FreezeMet[];
  /** The address of the calendar. */
  calendar: string;
  /** The page on which an exception is recorded; absent for those who may not. */
  exceptHref?: string | undefined;
}) {
  return (
    <Rows>
      {met.map((one) => (
        <li key={freezeKey(one)}>
          <Verdict tone={one.exception === null ? "off" : "done"} wrap>
            {one.exception === null ? "Meets " : `Excepted by ${one.exception.grantedBy}: `}
            <Link href={`${calendar}/${one.period.id}`}>{freezeWords(one)}</Link>
          </Verdict>
          <p className="soft">
            {overlapWords(one)}
            {one.exception === null ? "" : `. ${one.exception.reason}`}
          </p>
          {one.exception === null && exceptHref !== undefined ? (
            <Link className="go" href={`${exceptHref}?freeze=${encodeURIComponent(freezeKey(one))}`}>
              Let the window meet it
            </Link>
          ) : null}
        </li>
      ))}
    </Rows>
  );
}

/** Times that meet no freeze, each with the link that checks it. `path` is the page of the window. */
export function SlotList({ slots, path, zone }: { slots: readonly Slot[]; path: string; zone: string }) {
  if (slots.length === 0)
    return <p className="soft">No time of the same length and start is clean within 26 weeks.</p>;
  return (
    <Rows>
      {slots.map((slot) => {
        const { startLocal, endLocal } = slot;
        const query = new URLSearchParams({ startLocal, endLocal, zone: slot.zone });
        return (
          <li key={startLocal}>
            <Link href={`${path}?${query}`}>
              <WindowSpan span={slot} zone={slot.zone} />
            </Link>{" "}
            <SlotMark slot={slot} />
            {slot.zone === zone ? null : (
              <p className="soft">
                <WindowSpan span={slot} zone={zone} />, your time
              </p>
            )}
          </li>
        );
      })}
    </Rows>
  );
}

function SlotMark({ slot }: { slot: Slot }) {
  if (slot.cautions.length > 0) {
    const titles = listed([...new Set(slot.cautions.map(({ period }) => period.title))]);
    return (
      <Verdict tone="risk" wrap>
        Caution: {titles}
      </Verdict>
    );
  }
  return slot.preferred ? <Verdict tone="ok">Preferred</Verdict> : null;
}
