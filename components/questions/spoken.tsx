import { Missing } from "@/components/ui/missing";
import type { Value } from "@/lib/claims/model";
import { sourceWord } from "@/lib/questions/labels";
import type { SubjectType } from "@/lib/questions/model";
import { valueWords } from "@/lib/questions/rules/value-words";

type Props = { type: SubjectType; field: string; value: Value | null; source?: string | null };

/** A value with who says so; unknown is said. */
export function Spoken({ type, field, value, source }: Props) {
  const words = valueWords(type, field, value);
  return (
    <span style={{ overflowWrap: "anywhere" }}>
      {value === null ? <Missing>{words}</Missing> : <b>{words}</b>}
      {source === undefined || value === null ? null : <span className="mute"> {sourceWord(source)}</span>}
    </span>
  );
}
