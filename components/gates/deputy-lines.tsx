import { Moment } from "@/components/ui/moment";
import type { DeputyFact } from "@/lib/gates/model/facts";
import { lapsedWords, lendingState } from "@/lib/gates/rules/deputies";

type Props = { deputies: readonly DeputyFact[]; zone: string; now: Date };

/** Who was let sign in whose stead, from when to when, those that were ended too. */
export function DeputyLines({ deputies, zone, now }: Props) {
  if (deputies.length === 0) return null;
  return (
    <>
      <h3>Who was let sign in another’s stead</h3>
      <ul className="rows dense">
        {deputies.map((one) => (
          <li key={one.id}>
            <span className="b">
              {one.toName} for {one.fromName}
            </span>
            , <Moment at={one.startAt} zone={zone} /> to <Moment at={one.endAt} zone={zone} />: {one.reason}
            {one.revokedAt === null ? null : (
              <>
                {". Ended "}
                <Moment at={one.revokedAt} zone={zone} />
              </>
            )}
            {lendingState(one, now) === "lapsed" ? `. ${lapsedWords(one.fromName)}` : null}
          </li>
        ))}
      </ul>
    </>
  );
}
