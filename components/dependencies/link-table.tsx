import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Heads, Tbl } from "@/components/ui/table";
import { DATA_DIRECTION_LABELS, DEPENDENCY_KIND_LABELS, HARDNESS_LABELS } from "@/lib/dependencies/labels";
import type { LinkView } from "@/lib/dependencies/model";

type Props = {
  caption: string;
  /** What stands above the names: "Depends on", "Needed by". */
  head: string;
  links: readonly LinkView[];
  /** Wave of the workload whose page this is; a link to another wave is said. */
  wave: number | null;
  workloadsPath: string;
  /** Path of the forms that change a link; absent when one may not. */
  editPath?: string;
};

/** The links of one side of a workload. */
export function LinkTable({ caption, head, links, wave, workloadsPath, editPath }: Props) {
  return (
    <Tbl caption={caption} stack="cards">
      <Heads
        of={[
          head,
          "Kind",
          "Hardness",
          "Data",
          ["Latency budget", "p4"],
          "Wave",
          editPath ? ["Change", "vh"] : null,
        ]}
      />
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row">
              <Link href={`${workloadsPath}/${link.workload.id}`}>{link.workload.name}</Link>
              {link.documented ? null : <span className="sub">discovered, not documented</span>}
              {link.note === "" ? null : <span className="sub">{link.note}</span>}
            </th>
            <td className="half">{link.kind === null ? <Missing /> : DEPENDENCY_KIND_LABELS[link.kind]}</td>
            <td className="half2">
              {link.hardness === null ? <Missing>hardness unknown</Missing> : HARDNESS_LABELS[link.hardness]}
            </td>
            <td className="half" data-l="Data">
              {link.dataDirection === null ? <Missing /> : DATA_DIRECTION_LABELS[link.dataDirection]}
            </td>
            <td className="p4 not-s">
              {link.latencyBudgetMs === null ? <Missing /> : `${link.latencyBudgetMs} ms`}
            </td>
            <td className="half2" data-l="Wave">
              {waveWords(link.workload.wave, wave)}
            </td>
            {editPath ? (
              <td className="hl r">
                <Link
                  className="go"
                  href={`${editPath}/${link.id}`}
                  aria-label={`Change the link with ${link.workload.name}`}
                >
                  Change
                </Link>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function waveWords(theirs: number | null, own: number | null) {
  if (theirs === null) return <Missing>no wave</Missing>;
  if (own === null || theirs === own) return String(theirs);
  return (
    <>
      {theirs} <span className="mute">{theirs < own ? "moves earlier" : "moves later"}</span>
    </>
  );
}
