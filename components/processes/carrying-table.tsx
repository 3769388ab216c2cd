import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Duration } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import type { CarryingWorkload } from "@/lib/processes/model";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";
import type { EffectiveTarget } from "@/lib/workloads/model/target";

type Props = {
  caption: string;
  rows: readonly CarryingWorkload[];
  workloadsPath: string;
  /** What the process asks for; a workload that is looser is said to be. */
  asks: { rto: number | null; rpo: number | null };
};

/** The workloads that carry a process and the targets that count for each. */
export function CarryingTable({ caption, rows, workloadsPath, asks }: Props) {
  return (
    <Tbl caption={caption}>
      <Heads of={["Workload", "Criticality", "RTO that counts", "RPO that counts"]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={`${workloadsPath}/${row.id}`}>{row.name}</Link>
            </th>
            <td data-l="Criticality:">
              {row.criticality === null ? <Missing /> : CRITICALITY_LABELS[row.criticality]}
            </td>
            <td data-l="RTO that counts:">
              <Target target={row.rto} asks={asks.rto} />
            </td>
            <td data-l="RPO that counts:">
              <Target target={row.rpo} asks={asks.rpo} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

const FROM = { own: "its own", process: "of its processes", tier: "of its tier" } as const;

function Target({ target, asks }: { target: EffectiveTarget; asks: number | null }) {
  if (target.minutes === null || target.from === null) return <Missing>no target</Missing>;
  const looser = asks !== null && target.minutes > asks;
  return (
    <>
      <Duration minutes={target.minutes} /> <span className="mute">{FROM[target.from]}</span>
      {looser ? <b className="miss"> looser than this process asks</b> : null}
    </>
  );
}
