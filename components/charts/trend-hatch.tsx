import type { TrendSeries } from "@/components/charts/prepare-trend";

/** The patterns of what is not known: one of each hatched series, and one of spans without any record. */
export function TrendHatch({ id, series }: { id: string; series: readonly TrendSeries[] }) {
  const all = [
    ...series.filter(({ hatched }) => hatched).map(({ key, colour }) => ({ key, colour })),
    { key: "gap", colour: "var(--line)" },
  ];
  return (
    <defs>
      {all.map(({ key, colour }) => (
        <pattern
          key={key}
          id={`${id}-${key}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V6" stroke={colour} strokeWidth="2" />
        </pattern>
      ))}
    </defs>
  );
}
