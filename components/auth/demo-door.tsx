import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/lib/kernel/action-state";

export type DemoPerson = { role: string; label: string; name: string; does: string };
export type DemoDoorProps = { action: FormAction; next: string; people: readonly DemoPerson[] };

/** The demo's people, one press each. */
export function DemoDoor({ action, next, people }: DemoDoorProps) {
  return (
    <>
      <p className="or">or look around the demo program</p>
      <ActionForm action={action} hidden={{ next }} className="" aria-label="Continue in the demo program">
        <ul className="demo">
          {people.map((person) => (
            <li key={person.role}>
              <button
                type="submit"
                name="role"
                value={person.role}
                aria-labelledby={`demo-${person.role}`}
                aria-describedby={`demo-${person.role}-does`}
              >
                <b id={`demo-${person.role}`}>{person.label}</b>
                <span id={`demo-${person.role}-does`}>
                  {person.name} {person.does}
                </span>
                <i aria-hidden="true">Enter</i>
              </button>
            </li>
          ))}
        </ul>
      </ActionForm>
      <p className="small mute" style={{ marginTop: 16 }}>
        The demo’s data is invented, and nothing you do there leaves this machine. It asks nobody for a
        password, not before a signature either; outside the demo everybody types theirs again to sign.
      </p>
    </>
  );
}
