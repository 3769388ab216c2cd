import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Duration } from "@/components/ui/moment";
import { EmptyState } from "@/components/ui/states";
import { Heads, Tbl } from "@/components/ui/table";
import type { WaveWorkloadRow } from "@/lib/waves/model/wave";

type Props = {
  rows: readonly WaveWorkloadRow[];
  /** The program's address and the wave's. */
  program: string;
  base: string;
  /** Whether this person may take workloads out now. */
  removable: boolean;
  addable: boolean;
};

/** The workloads of a wave; what lacks an owner or a target stands first. Chosen ones go to the page that takes them out. */
export function WaveWorkloads({ rows, program, base, removable, addable }: Props) {
  if (rows.length === 0) {
    return (
      <EmptyState
        title="No workload is in this wave yet"
        action={addable ? <Button href={`${base}/add`}>Add workloads</Button> : null}
      >
        A wave is the workloads that cut over together. Add those that hang on each other.
      </EmptyState>
    );
  }
  const table = <Table rows={rows} program={program} removable={removable} />;
  if (!removable) return table;
  return (
    <form action={`${base}/remove`} method="get">
      {table}
      <div className="acts-row" style={{ marginTop: 16 }}>
        <button className="btn" type="submit">
          Take chosen ones out
        </button>
        <span className="soft dense">The next page shows what that means before anything changes.</span>
      </div>
    </form>
  );
}

function Table({ rows, program, removable }: Pick<Props, "rows" | "program" | "removable">) {
  return (
    <Tbl caption="Workloads of the wave" stack="run">
      <Heads
        of={[
          "Workload",
          "Tier",
          "Business owner",
          "Technical owner",
          "Recovery time",
          "Data loss at most",
          removable ? "Choose" : null,
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={`${program}/workloads/${row.id}`}>{row.name}</Link>
            </th>
            <td>{row.tier ?? <Missing>no tier</Missing>}</td>
            <td data-l="Business owner">{row.businessOwner ?? <Missing>no owner</Missing>}</td>
            <td data-l="Technical owner">{row.technicalOwner ?? <Missing>no owner</Missing>}</td>
            <td data-l="Back within">
              <Duration minutes={row.rtoMinutes} missing="no target" />
            </td>
            <td data-l="Data loss at most">
              <Duration minutes={row.rpoMinutes} missing="no target" />
            </td>
            {removable ? (
              <td className="hl">
                <input
                  className="cb"
                  type="checkbox"
                  name="w"
                  value={row.id}
                  aria-label={`Choose ${row.name}`}
                />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
