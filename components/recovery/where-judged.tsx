import { JudgementCountTable } from "@/components/recovery/judgement-count-table";
import { Section } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import type { RecoveryOverview } from "@/lib/recovery/model";
import type { RecoverySearch } from "@/lib/recovery/rules/search";

type Props = {
  overview: RecoveryOverview;
  hrefFor: (filters: Partial<RecoverySearch>) => string;
};

/** Target against measured, by wave. */
export function WhereJudged({ overview: { waves }, hrefFor }: Props) {
  return (
    <Section
      id="where"
      title="By wave"
      finding="Target against measured. A target that nobody has tested counts as not met."
    >
      <JudgementCountTable
        by="Wave"
        lines={waves.map(({ number, workloads, counts }) => ({
          key: String(number),
          name: number === null ? <Verdict tone="unk">No wave</Verdict> : `Wave ${number}`,
          total: workloads,
          counts,
          hrefFor: (judgement) => hrefFor({ judged: judgement, wave: number ?? "none" }),
        }))}
      />
    </Section>
  );
}
