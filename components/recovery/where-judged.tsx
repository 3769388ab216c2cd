import { JudgementCountTable } from "@/components/recovery/judgement-count-table";
import { Section } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import type { Judgement, RecoveryGroup, RecoveryOverview } from "@/lib/recovery/model";
import type { RecoverySearch } from "@/lib/recovery/rules/search";

type Props = {
  overview: RecoveryOverview;
  hrefFor: (filters: Partial<RecoverySearch>) => string;
};

/** Target against measured, by wave and by tier. */
export function WhereJudged({ overview, hrefFor }: Props) {
  const { waves, tiers, withoutTier } = overview;
  const byTier = [
    ...tiers.map((tier) => ({ ...tier, key: tier.id, filter: tier.id })),
    { ...withoutTier, key: "none", filter: "none" as const, name: <Verdict tone="unk">No tier</Verdict> },
  ];
  return (
    <Section
      id="where"
      title="By wave and tier"
      finding="Target against measured. A target that nobody has tested counts as not met."
    >
      <JudgementCountTable
        by="Wave"
        lines={waves.map(({ number, ...group }) => ({
          key: String(number),
          name: number === null ? <Verdict tone="unk">No wave</Verdict> : `Wave ${number}`,
          ...judged(group, (judgement) => hrefFor({ judged: judgement, wave: number ?? "none" })),
        }))}
      />
      <div style={{ marginTop: 24 }}>
        <JudgementCountTable
          by="Tier"
          lines={byTier
            .filter(({ workloads }) => workloads > 0)
            .map(({ key, name, filter, ...group }) => ({
              key,
              name,
              ...judged(group, (judgement) => hrefFor({ judged: judgement, tier: filter })),
            }))}
        />
      </div>
    </Section>
  );
}

function judged({ workloads, counts }: RecoveryGroup, hrefFor: (judgement: Judgement) => string) {
  return { total: workloads, counts, hrefFor };
}
