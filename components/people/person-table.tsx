import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Grid, Heads } from "@/components/ui/table";
import type { PersonRow } from "@/lib/programs/model";

/** One line a person whom facts refer to: whether an account stands for the name, and what it answers for. */
export function PersonTable({ people, path }: { people: readonly PersonRow[]; path: string }) {
  const anyEmail = people.some((person) => person.email !== null);
  return (
    <Grid caption="People whom facts refer to" className="run">
      <Heads
        of={[
          "Person",
          "Account",
          anyEmail ? ["E-mail", "p4"] : null,
          ["Business owner of", "r"],
          ["Technical owner of", "r"],
          ["Open risks", "r p3"],
          ["Processes", "r p3"],
          ["Remediation", "r p2"],
          ["Questions", "r p2"],
        ]}
      />
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <Link href={`${path}/${person.id}`}>{person.name}</Link>
            </th>
            <td className="m" data-l="Account">
              <Account person={person} />
            </td>
            {anyEmail ? <td className="p4 l2">{person.email ?? <Missing />}</td> : null}
            <td className="r m" data-l="Business owner of">
              {person.services}
            </td>
            <td className="r m" data-l="Technical owner of">
              {person.technical}
            </td>
            <td className="r p3">{person.risks}</td>
            <td className="r p3">{person.processes}</td>
            <td className="r p2">{person.remediations}</td>
            <td className="r p2">{person.questions}</td>
          </tr>
        ))}
      </tbody>
    </Grid>
  );
}

/** The account that stands for a name, named where it bears another name. */
function Account({ person: { name, account } }: { person: PersonRow }) {
  if (account === null) return <Missing>none linked</Missing>;
  return account === name ? "linked" : `linked, ${account}`;
}
