import { Link } from "@/components/ui/link";
import { Heads, Tbl } from "@/components/ui/table";
import type { Request } from "@/lib/findings/model";
import { lackWords, SUBJECTS_SHOWN } from "@/lib/findings/rules/request-text";
import { formatCount } from "@/lib/kernel/text";

/** What one person is asked, one line a subject; the first two hundred. */
export function RequestTable({ request, base }: { request: Request; base: string }) {
  const { subjects } = request;
  return (
    <>
      <Tbl caption={`What ${request.person.name} is asked`} stack="run">
        <Heads of={["About", "What is missing"]} />
        <tbody>
          {subjects.slice(0, SUBJECTS_SHOWN).map((subject) => (
            <tr key={`${subject.place} ${subject.label}`}>
              <th scope="row">
                <Link href={`${base}/${subject.place}`}>{subject.label}</Link>
              </th>
              <td data-l="Missing">{lackWords(subject.kinds)}</td>
            </tr>
          ))}
        </tbody>
      </Tbl>
      {subjects.length > SUBJECTS_SHOWN ? (
        <p className="soft dense">{`And ${formatCount(subjects.length - SUBJECTS_SHOWN)} more; the CSV holds all.`}</p>
      ) : null}
    </>
  );
}
