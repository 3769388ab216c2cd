import Link from "next/link";
import { type Health, Status } from "@/components/ui/status";
import { Grid, SortTh } from "@/components/ui/table";
import { formatMinutes } from "@/lib/kernel/minutes";
import { CRITICALITY_LABELS, KIND_LABELS } from "@/lib/workloads/labels";
import {
  type HealthLevel,
  PAGE_SIZE,
  type SortKey,
  type TargetOrigin,
  type WorkloadPage,
  type WorkloadRow,
  type WorkloadSearch,
} from "@/lib/workloads/model";
import { healthOf } from "@/lib/workloads/rules/health";
import { searchQuery, sortedBy } from "@/lib/workloads/rules/search";
import styles from "./workload-list.module.css";

type Props = { path: string; wavesPath: string; page: WorkloadPage; search: WorkloadSearch };

type Head = { key: SortKey; label: string; className?: string; full?: true };

const HEADS: readonly Head[] = [
  { key: "name", label: "Workload" },
  { key: "kind", label: "Kind", className: "p1" },
  { key: "tier", label: "Tier", full: true },
  { key: "criticality", label: "Criticality" },
  { key: "owner", label: "Owner", full: true },
  { key: "wave", label: "Wave" },
  { key: "rto", label: "RTO target", className: "g", full: true },
  { key: "rpo", label: "RPO target", full: true },
  { key: "links", label: "Links", className: "g r p3" },
  { key: "risks", label: "Risks", className: "r p3", full: true },
  { key: "health", label: "Health", className: "g", full: true },
];

export const HEALTH_SHAPES: Record<HealthLevel, Health> = {
  on_track: "on-track",
  at_risk: "at-risk",
  off_track: "off-track",
  unknown: "unknown",
};

/** The dense table of the list; on a phone each row is a few lines. */
export function WorkloadGrid({ path, wavesPath, page, search }: Props) {
  const from = (page.page - 1) * PAGE_SIZE + 1;
  const to = from + page.rows.length - 1;
  return (
    <Grid caption={`Workloads, ${from} to ${to} of ${page.matched}, sorted by ${orderOf(search)}`}>
      <thead>
        <tr>
          {HEADS.filter((head) => page.full || head.full === undefined).map((head) => (
            <SortTh
              key={head.key}
              className={head.className}
              href={`${path}${searchQuery(sortedBy(search, head.key))}`}
              direction={directionOf(head.key, search)}
            >
              {head.label}
            </SortTh>
          ))}
          {page.full ? (
            <th scope="col" className="p2">
              Because
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <Row key={row.id} row={row} path={path} wavesPath={wavesPath} full={page.full} />
        ))}
      </tbody>
    </Grid>
  );
}

type RowProps = { row: WorkloadRow; path: string; wavesPath: string; full: boolean };

function Row({ row, path, wavesPath, full }: RowProps) {
  const { reason } = healthOf(row);
  return (
    <tr>
      <th scope="row">
        <Link href={`${path}/${row.id}`} prefetch={false}>
          {row.name}
        </Link>
      </th>
      <td className="l2 p1">{row.kind === null ? <Missing>unknown</Missing> : KIND_LABELS[row.kind]}</td>
      {full ? <td>{row.tier ?? <Missing>no tier</Missing>}</td> : null}
      <td className={row.criticality === "revenue" ? undefined : "l2"}>
        {row.criticality === null ? <Missing>unknown</Missing> : CRITICALITY_LABELS[row.criticality]}
      </td>
      {full ? (
        <td className="m" data-l={row.wave === null ? "No wave," : `Wave ${row.wave},`}>
          {row.owner ?? <span className="miss">no owner</span>}
        </td>
      ) : null}
      <td className={full ? undefined : "m"} data-l={full ? undefined : "Wave"}>
        {row.wave === null ? (
          <Missing>none</Missing>
        ) : (
          <Link href={`${wavesPath}/${row.wave}`} prefetch={false}>
            {row.wave}
          </Link>
        )}
      </td>
      {full ? (
        <td className="g m" data-l={row.rto === null ? "Recovery time" : "Back in"}>
          <Target minutes={row.rto} from={row.rtoFrom} />
          <span className="only-s">
            {row.rpo === null ? ", loss not set" : `, loses at most ${formatMinutes(row.rpo)}`}
          </span>
        </td>
      ) : null}
      {full ? (
        <td>
          <Target minutes={row.rpo} from={row.rpoFrom} />
        </td>
      ) : null}
      <td className="g r p3">{row.links}</td>
      {full ? <td className="r p3">{row.risks}</td> : null}
      {full ? (
        <td className="g hl">
          <Status health={HEALTH_SHAPES[row.health]} />
        </td>
      ) : null}
      {full ? (
        <td className={`p2 ${styles.because} ${row.health === "on_track" ? "l2" : "m"}`} title={reason}>
          {reason}
        </td>
      ) : null}
    </tr>
  );
}

function Target({ minutes, from }: { minutes: number | null; from: TargetOrigin }) {
  if (minutes === null) return <Missing>not set</Missing>;
  return (
    <>
      {formatMinutes(minutes)}
      {from === "own" ? <span className="mute"> own</span> : null}
    </>
  );
}

function Missing({ children }: { children: string }) {
  return <span className="never">{children}</span>;
}

function directionOf(key: SortKey, search: WorkloadSearch): "ascending" | "descending" | undefined {
  if (search.sort !== key) return undefined;
  return search.descending ? "descending" : "ascending";
}

function orderOf(search: WorkloadSearch): string {
  const head = HEADS.find((one) => one.key === search.sort)?.label.toLowerCase() ?? "name";
  const worst = search.sort === "health" && !search.descending ? ", the worst first, then criticality" : "";
  return `${head}${search.descending ? ", descending" : worst}`;
}
