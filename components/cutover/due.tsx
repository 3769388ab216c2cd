import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import type { ChecklistItem } from "@/lib/cutover/model";
import { offsetMark, offsetWords } from "@/lib/cutover/rules/offset";
import { isLate } from "@/lib/cutover/rules/view";

type Props = {
  item: Pick<ChecklistItem, "dueAt" | "offset" | "state">;
  zone: string;
  now: Date;
  /** In a list: on a phone the day alone. */
  listed?: boolean;
};

/** When an item is due: its moment with how far it lies from the window; said in words where nobody can know it yet. */
export function Due({ item, zone, now, listed }: Props) {
  const { dueAt, offset } = item;
  if (dueAt === null && offset === null) return <Missing>no due time</Missing>;
  const late = isLate(item, now);
  return (
    <>
      {offset === null ? null : (
        <>
          <abbr className="b nw" title={offsetWords(offset)}>
            {offsetMark(offset)}
          </abbr>{" "}
        </>
      )}
      {dueAt === null ? (
        <Missing>due when the window is set</Missing>
      ) : (
        <span className={late ? "miss" : undefined}>
          {late ? "late, was due " : "due "}
          {listed ? <ListedMoment at={dueAt} zone={zone} /> : <Moment at={dueAt} zone={zone} />}
        </span>
      )}
    </>
  );
}

/** A moment in a list: whole, and on a phone its day. */
export function ListedMoment({ at, zone }: { at: Date; zone: string }) {
  return (
    <>
      <span className="not-s">
        <Moment at={at} zone={zone} />
      </span>
      <span className="only-s">
        <Moment at={at} zone={zone} show="short" />
      </span>
    </>
  );
}
