import { Link } from "@/components/ui/link";
import { Rows } from "@/components/ui/sheet-parts";
import { Verdict } from "@/components/ui/status";
import { counted } from "@/lib/kernel/text";
import type { UnknownCounts } from "@/lib/overview/model";

type Props = {
  counts: UnknownCounts;
  missingTargets: number;
  neverTested: number;
  risksUnknown: number | null;
  base: string;
};

/** What nobody has said yet, each count with its rows. */
export function UnknownList({ counts, missingTargets, neverTested, risksUnknown, base }: Props) {
  const lines = [
    { count: counts.withoutOwner, words: "no business owner", href: `${base}/workloads?owner=none` },
    {
      count: counts.withoutCriticality,
      words: "no criticality",
      href: `${base}/workloads?criticality=none`,
    },
    { count: counts.withoutTier, words: "no tier", href: `${base}/workloads?tier=none` },
    {
      count: missingTargets,
      words: "no complete recovery target",
      href: `${base}/recovery?show=missing#workloads`,
    },
    {
      count: neverTested,
      words: "a target that no drill has tested",
      href: `${base}/recovery?judged=never_tested#workloads`,
    },
    { count: counts.withoutLinks, words: "no recorded dependency", href: `${base}/workloads` },
  ].filter((line) => line.count > 0);
  return (
    <>
      <Rows dense>
        {lines.map((line) => (
          <li key={line.words}>
            <Verdict tone="unk" wrap>
              <Link href={line.href}>{counted(line.count, "workload has", "workloads have")}</Link>{" "}
              {line.words}
            </Verdict>
          </li>
        ))}
        {risksUnknown !== null && risksUnknown > 0 ? (
          <li>
            <Verdict tone="unk" wrap>
              <Link href={`${base}/risks?appetite=unknown#register`}>
                {counted(risksUnknown, "open risk")}
              </Link>{" "}
              cannot be held against an appetite
            </Verdict>
          </li>
        ) : null}
      </Rows>
      <p className="soft dense">Unknown never counts as on track.</p>
    </>
  );
}
