import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { type Health, Status } from "@/components/ui/status";
import { formatMinutes } from "@/lib/kernel/minutes";
import { formatCount } from "@/lib/kernel/text";
import { CRITICALITY_LABELS, KIND_LABELS } from "@/lib/workloads/labels";
import type { HealthLevel } from "@/lib/workloads/model/health";
import type { WorkloadRow } from "@/lib/workloads/model/list";
import type { ColumnKey, ExtraKey } from "@/lib/workloads/model/search";
import type { TargetOrigin } from "@/lib/workloads/model/target";
import { type Column, extraWord } from "@/lib/workloads/rules/columns";
import { briefReason, healthOf } from "@/lib/workloads/rules/health";
import styles from "./workload-list.module.css";

export const HEALTH_SHAPES: Record<HealthLevel, Health> = {
  on_track: "on-track",
  at_risk: "at-risk",
  off_track: "off-track",
  unknown: "unknown",
};

type CellProps = { column: Column; row: WorkloadRow; full: boolean; wavesPath: string; usual: boolean };

/** One cell of a row; with other columns than the usual ones none goes on narrow windows. */
export function Cell({ column, row, full, wavesPath, usual }: CellProps) {
  const { key } = column;
  const at = usual ? USUAL_LOOK[key] : OTHER_LOOK[key];
  const look = [at, column.number ? "r" : "", toneOf(key, row, full)].filter(Boolean).join(" ");
  return (
    <td className={look === "" ? undefined : look} data-l={onPhones(key, row, full)}>
      {contentOf(key, row, wavesPath)}
    </td>
  );
}

const USUAL_LOOK: Partial<Record<ColumnKey, string>> = {
  kind: "l2 p1",
  tier: "p1",
  owner: "m",
  rto: "g m",
  rpo: "p4",
  links: "g p3",
  risks: "p3",
  health: "g hl",
  because: `p2 ${styles.because}`,
};
const OTHER_LOOK: Partial<Record<ColumnKey, string>> = {
  kind: "l2",
  owner: "m",
  rto: "m",
  health: "hl",
  because: "m",
};

function toneOf(key: ColumnKey, row: WorkloadRow, full: boolean): string {
  if (key === "wave" && !full) return "m";
  if (key === "criticality") return row.criticality === "revenue" ? "" : "l2";
  if (key === "because") return row.health === "on_track" ? "l2" : "m";
  return "";
}

function onPhones(key: ColumnKey, row: WorkloadRow, full: boolean): string | undefined {
  if (key === "owner") return row.wave === null ? "No wave," : `Wave ${row.wave},`;
  if (key === "rto") return row.rto === null ? "Recovery time" : "Back in";
  if (key === "wave" && !full) return "Wave";
  return undefined;
}

function contentOf(key: ColumnKey, row: WorkloadRow, wavesPath: string): ReactNode {
  switch (key) {
    case "kind":
      return row.kind === null ? <Missing /> : KIND_LABELS[row.kind];
    case "tier":
      return row.tier ?? <Missing>no tier</Missing>;
    case "criticality":
      return row.criticality === null ? <Missing /> : CRITICALITY_LABELS[row.criticality];
    case "owner":
      return row.owner ?? <span className="miss">no owner</span>;
    case "wave":
      return row.wave === null ? (
        <Missing>none</Missing>
      ) : (
        <Link href={`${wavesPath}/${row.wave}`}>{row.wave}</Link>
      );
    case "rto":
      return (
        <>
          <Target minutes={row.rto} from={row.rtoFrom} />
          <span className="only-s">
            {row.rpo === null ? ", loss not set" : `, loses at most ${formatMinutes(row.rpo)}`}
          </span>
        </>
      );
    case "rpo":
      return <Target minutes={row.rpo} from={row.rpoFrom} />;
    case "links":
      return row.links;
    case "risks":
      return row.risks;
    case "health":
      return <Status health={HEALTH_SHAPES[row.health]} />;
    case "because":
      return <Because row={row} />;
    default:
      return <Extra of={key} value={row.more[key]} />;
  }
}

/** The reason in a few words, and whole for who reads it aloud or rests on it. */
function Because({ row }: { row: WorkloadRow }) {
  const [brief, whole] = [briefReason(row), healthOf(row).reason];
  if (brief === whole) return whole;
  return (
    <span title={whole}>
      <span aria-hidden="true">{brief}</span>
      <span className="vh">{whole}</span>
    </span>
  );
}

/** What stands for "nobody has said" where it is not plainly unknown. */
const NOTHING: Partial<Record<ExtraKey, string>> = {
  technical: "no owner",
  disposition: "undecided",
  hosting: "undecided",
  tenancy: "undecided",
  cutover: "undecided",
  source: "by hand",
};

function Extra({ of, value }: { of: ExtraKey; value: string | number | null | undefined }) {
  const word = extraWord(of, value);
  if (word === null) return <Missing>{NOTHING[of] ?? "unknown"}</Missing>;
  return typeof word === "number" ? formatCount(word) : word;
}

function Target({ minutes, from }: { minutes: number | null; from: TargetOrigin }) {
  if (minutes === null) return <Missing>not set</Missing>;
  return (
    <>
      {formatMinutes(minutes)}
      {from === null || from === "tier" ? null : <span className="mute not-s"> {from}</span>}
    </>
  );
}
