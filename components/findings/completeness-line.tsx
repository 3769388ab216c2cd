import type { Completeness } from "@/lib/findings/model";
import { formatCount } from "@/lib/kernel/text";

/** "Known: 4,812 of 6,100 facts that matter", and what that leaves; nothing recorded is said as such. */
export function CompletenessLine({ completeness }: { completeness: Completeness }) {
  const { workloads, matter, known } = completeness;
  if (workloads === 0) return <>Nothing is recorded yet, so nothing can be said of how complete it is.</>;
  const missing = matter - known;
  return (
    <>
      <b>{formatCount(known)}</b> of <b>{formatCount(matter)}</b> facts that matter are known
      {missing === 0 ? "." : `, ${formatCount(missing)} are not.`}
    </>
  );
}
