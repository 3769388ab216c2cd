import { windowSpan } from "@/lib/waves/rules/window-words";

type Props = { span: { startAt: Date; endAt: Date }; zone: string };

/** `Sat 16 Jan 2027, 20:00 to Sun 17 Jan, 04:00 GMT`; where the line is short it breaks after "to", never inside a moment. */
export function WindowSpan({ span, zone }: Props) {
  const [starts = "", ends = ""] = windowSpan(span, zone).split(" to ");
  return (
    <>
      <span className="nw">{`${starts} to`}</span> <span className="nw">{ends}</span>
    </>
  );
}
