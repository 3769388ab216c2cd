import Link from "next/link";
import { Missing } from "@/components/ui/missing";
import { Grid, Heads } from "@/components/ui/table";
import type { PersonRow } from "@/lib/programs/model";

/** One line a person whom facts refer to: whether an account stands for the name, and what it answers for. */
export function PersonTable({ people, path }: { people: readonly PersonRow[]; path: string }) {
  return (
    <Grid caption="People whom facts refer to">
      <Heads
        of={[
          "Person",
          "Account",
          ["E-mail", "p4"],
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
            <td className="m" data-l="Account:">
              {person.account === null ? <Missing>none linked</Missing> : person.account}
            </td>
            <td className="p4 l2">{person.email ?? <Missing />}</td>
            <td className="r m" data-l="Business owner of:">
              {person.services}
            </td>
            <td className="r m" data-l="Technical owner of:">
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
