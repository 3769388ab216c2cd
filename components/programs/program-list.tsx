import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { Heads, Tbl } from "@/components/ui/table";
import { ROLE_LABELS } from "@/lib/access/labels";
import { counted } from "@/lib/kernel/text";
import type { ProgramEntry } from "@/lib/programs/model";

/** The programs one may enter. */
export function ProgramList({
  programs,
  isInstanceAdmin,
}: {
  programs: readonly ProgramEntry[];
  isInstanceAdmin: boolean;
}) {
  if (programs.length === 0) {
    return (
      <EmptyState title="You have no role in any program yet">
        {isInstanceAdmin
          ? "An instance administrator founds programs with npm run admin -- create-program and sees none of their data."
          : "Ask a program manager to add you as a member, by the e-mail address you signed in with."}
      </EmptyState>
    );
  }
  return (
    <Section title="Choose one" finding={counted(programs.length, "program")} id="programs">
      <Tbl caption="Your programs">
        <Heads of={["Program", "Your role"]} />
        <tbody>
          {programs.map((program) => (
            <tr key={program.id}>
              <th scope="row">
                <Link href={`/p/${program.slug}`}>{program.name}</Link>
              </th>
              <td data-l="Your role">{ROLE_LABELS[program.role]}</td>
            </tr>
          ))}
        </tbody>
      </Tbl>
    </Section>
  );
}
