import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { counted } from "@/lib/kernel/text";
import type { ProtectionVerdict, RecoveryOverview } from "@/lib/recovery/model";

type Props = {
  protection: RecoveryOverview["protection"];
  total: number;
  hrefFor: (verdict: ProtectionVerdict) => string;
};

/** Of how many workloads it is recorded what protects them, and how many of those cannot hold what is promised. */
export function ProtectionLine({ protection, total, hrefFor }: Props) {
  const recorded = total - protection.unrecorded;
  const parts = [
    { verdict: "cannot_hold", words: "cannot hold what is promised" },
    { verdict: "exposed", words: "have a part that survives no deletion" },
    { verdict: "unknown", words: "recorded in part or not known" },
    { verdict: "unrecorded", words: "not recorded" },
  ] as const;
  return (
    <Section
      id="protection"
      title="What protects them"
      finding={`Protections are recorded for ${recorded} of ${counted(total, "workload")}. What a design says proves nothing; that it cannot hold a promise needs no drill.`}
    >
      <ul className="rows dense">
        {parts
          .filter(({ verdict }) => protection[verdict] > 0)
          .map(({ verdict, words }) => (
            <li key={verdict}>
              <Link className="go" href={hrefFor(verdict)}>
                {protection[verdict]} {words}
              </Link>
            </li>
          ))}
      </ul>
    </Section>
  );
}
