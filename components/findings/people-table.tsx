import { Link } from "@/components/ui/link";
import { Heads, Tbl } from "@/components/ui/table";
import type { AskedPerson } from "@/lib/findings/model";
import { formatCount } from "@/lib/kernel/text";
import { askHref } from "./finding-table";

/** Everybody who is asked for facts, with how many. */
export function PeopleTable({ people, base }: { people: readonly AskedPerson[]; base: string }) {
  return (
    <Tbl caption="Whom to ask" stack="cards" className="max-w-[520px]">
      <Heads of={["Person", ["Facts", "r"]]} />
      <tbody>
        {people.map((person) => (
          <tr key={person.name}>
            <th scope="row">
              <Link href={askHref(base, person)}>{person.id === null ? "Program manager" : person.name}</Link>
              {person.id === null ? <span className="soft"> what nobody else owns</span> : null}
            </th>
            <td className="r hl">{formatCount(person.count)}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
