import Link from "next/link";
import { Grid } from "@/components/ui/table";
import type { PersonRow } from "@/lib/programs/model";

/** One line a person whom facts refer to: whether an account stands for the name, and what it answers for. */
export function PersonTable({ people, path }: { people: readonly PersonRow[]; path: string }) {
  return (
    <Grid caption="People whom facts refer to">
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Account</th>
          <th scope="col" className="p4">
            E-mail
          </th>
          <th scope="col" className="r">
            Business owner of
          </th>
          <th scope="col" className="r">
            Technical owner of
          </th>
          <th scope="col" className="r p3">
            Open risks
          </th>
          <th scope="col" className="r p3">
            Processes
          </th>
          <th scope="col" className="r p2">
            Remediation
          </th>
          <th scope="col" className="r p2">
            Questions
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <Link href={`${path}/${person.id}`}>{person.name}</Link>
            </th>
            <td className="m" data-l="Account:">
              {person.account === null ? <span className="never">none linked</span> : person.account}
            </td>
            <td className="p4 l2">{person.email ?? <span className="never">unknown</span>}</td>
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
