import { SelectField } from "@/components/ui/fields";
import { chipsOf, FilterBar, FilterChips } from "@/components/ui/filters";
import { namedOptions, optionsOf } from "@/components/ui/options";
import { JUDGEMENT_LABELS, PROTECTION_VERDICT_LABELS } from "@/lib/recovery/labels";
import type { RecoveryOverview } from "@/lib/recovery/model";
import type { RecoverySearch } from "@/lib/recovery/rules/search";

type Props = { overview: RecoveryOverview; search: RecoverySearch; path: string };

/** Judgement, tier, wave and protection as a form; the address is the filter. */
export function RecoveryFilters({ overview, search, path }: Props) {
  const waves = overview.waves.flatMap(({ number }) => (number === null ? [] : [number]));
  return (
    <FilterBar path={path} keep={search.show === "all" ? {} : { show: search.show }}>
      <SelectField
        name="judged"
        label="Judgement"
        none="Any"
        defaultValue={search.judged}
        options={optionsOf(JUDGEMENT_LABELS)}
      />
      <SelectField
        name="tier"
        label="Tier"
        none="Any"
        defaultValue={search.tier}
        options={[...namedOptions(overview.tiers), { value: "none", label: "No tier" }]}
      />
      <SelectField
        name="wave"
        label="Wave"
        none="Any"
        defaultValue={search.wave?.toString()}
        options={[
          ...waves.map((wave) => ({ value: String(wave), label: `Wave ${wave}` })),
          { value: "none", label: "No wave" },
        ]}
      />
      <SelectField
        name="protection"
        label="Protection"
        none="Any"
        defaultValue={search.protection}
        options={optionsOf(PROTECTION_VERDICT_LABELS)}
      />
    </FilterBar>
  );
}

/** The filters that are on, each with its way off. */
export function RecoveryChips({
  overview,
  search,
  to,
}: Omit<Props, "path"> & { to: (change: Partial<RecoverySearch>) => string }) {
  const { judged, tier, wave, protection } = search;
  const tierWord = tier && (overview.tiers.find((one) => one.id === tier)?.name ?? "none");
  const chips = chipsOf<Partial<RecoverySearch>>(
    [
      ["Judgement", judged && JUDGEMENT_LABELS[judged].toLowerCase(), { judged: undefined }],
      ["Tier", tierWord, { tier: undefined }],
      ["Wave", wave?.toString(), { wave: undefined }],
      [
        "Protection",
        protection && PROTECTION_VERDICT_LABELS[protection].toLowerCase(),
        { protection: undefined },
      ],
    ],
    to,
  );
  return <FilterChips chips={chips} />;
}
