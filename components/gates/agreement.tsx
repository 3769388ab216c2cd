import { AgreeList } from "@/components/ui/sheet-parts";
import type { GateFacts } from "@/lib/gates/model/facts";
import { agreement } from "@/lib/gates/rules/agreement";

/** What a signer agrees to, in the signer's own time. */
export function Agreement({ facts, zone, now }: { facts: GateFacts; zone: string; now: Date }) {
  return (
    <AgreeList
      sentences={agreement(facts, zone, now).map(({ before, strong, after }) => (
        <>
          {before}
          <b>{strong}</b>
          {after}
        </>
      ))}
    />
  );
}
