import { Link } from "@/components/ui/link";
import { Heads, Tbl } from "@/components/ui/table";
import type { AskedPerson, Finding } from "@/lib/findings/model";
import { CATALOGUE, findingPlace } from "@/lib/findings/rules/catalogue";
import { counted, formatCount } from "@/lib/kernel/text";

/** What is missing or contradictory, the heaviest first: how much, why, whom to ask, one action. */
export function FindingTable({ findings, base }: { findings: readonly Finding[]; base: string }) {
  return (
    <Tbl caption="What is missing or contradictory, the heaviest first" stack="cards">
      <Heads of={["Finding", ["Rows", "r"], "Whom to ask", "What to do"]} />
      <tbody>
        {findings.map((finding) => (
          <Line key={finding.kind} finding={finding} base={base} />
        ))}
      </tbody>
    </Tbl>
  );
}

function Line({ finding, base }: { finding: Finding; base: string }) {
  const { one, many, why, action } = CATALOGUE[finding.kind];
  const rows = `${base}/${findingPlace(finding.kind)}`;
  return (
    <tr>
      <th scope="row">
        <span className="b">{capital(finding.count === 1 ? one : many)}</span>
        <br />
        <span className="soft dense">
          {why}
          {finding.revenue > 0 ? (
            <b className="miss">{` ${finding.revenue === 1 ? "1 concerns a revenue workload" : `${formatCount(finding.revenue)} concern revenue workloads`}.`}</b>
          ) : null}
        </span>
      </th>
      <td className="r hl">
        <Link href={rows} className="b">
          {formatCount(finding.count)}
        </Link>
      </td>
      <td>
        <Asked people={finding.asked} base={base} />
      </td>
      <td>
        <Link className="go" href={rows}>
          {action}
        </Link>
      </td>
    </tr>
  );
}

const NAMED = 3;

function Asked({ people, base }: { people: readonly AskedPerson[]; base: string }) {
  const rest = people.length - NAMED;
  return (
    <>
      {people.slice(0, NAMED).map((person, at) => (
        <span key={person.name}>
          {at > 0 ? ", " : ""}
          <Link href={askHref(base, person)}>{person.id === null ? capital(person.name) : person.name}</Link>{" "}
          <span className="mute">{formatCount(person.count)}</span>
        </span>
      ))}
      {rest > 0 ? <span className="mute">{`, and ${counted(rest, "other")}`}</span> : null}
    </>
  );
}

/** The address of all that one person is asked. */
export function askHref(base: string, { id }: { id: string | null }): string {
  return `${base}/data-health/ask/${id ?? "program-manager"}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
