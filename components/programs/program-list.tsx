import Link from "next/link";
import { Rows } from "@/components/ui/sheet-parts";
import { EmptyState } from "@/components/ui/states";
import { ROLE_LABELS } from "@/lib/access/labels";
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
    <Rows>
      {programs.map((program) => (
        <li key={program.id}>
          <Link href={`/p/${program.slug}`}>
            <b>{program.name}</b>
          </Link>{" "}
          <span className="mute">{ROLE_LABELS[program.role]}</span>
        </li>
      ))}
    </Rows>
  );
}
