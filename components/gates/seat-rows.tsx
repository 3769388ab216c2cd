import { SelectField, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import { ROLE_LABELS } from "@/lib/access/labels";
import type { Role } from "@/lib/access/model";

type Member = { userId: string; name: string; role: Role };

const SIGNING: readonly Role[] = ["business_owner", "executive", "platform_engineer", "program_manager"];
const ROWS = Array.from({ length: 20 }, (_, row) => row);

/** Signatures to ask for, at least five rows: a role, optionally one member of it, and in which capacity. */
export function SeatRows({
  members,
  seats,
}: {
  /** Null: a template, which asks for roles alone. */
  members: readonly Member[] | null;
  /** What the template asks for. */
  seats: readonly { role: Role; capacity: string }[];
}) {
  const signers = (members ?? []).filter((member) => SIGNING.includes(member.role));
  return (
    <>
      <p className="soft">Ask for at least one signature and leave the others at “Nobody”.</p>
      {ROWS.slice(0, Math.max(5, seats.length + 1)).map((row) => (
        <fieldset className="condition" key={row}>
          <legend className="b">Signature {row + 1}</legend>
          <div className={members === null ? "condition-row two" : "condition-row seat"}>
            <SelectField
              name={`role-${row}`}
              label="Role"
              none="Nobody"
              defaultValue={seats[row]?.role}
              options={optionsOf(ROLE_LABELS, SIGNING)}
            />
            {members === null ? null : (
              <SelectField
                name={`user-${row}`}
                label="Person"
                none="Anybody in this role"
                options={signers.map(({ userId, name, role }) => ({
                  value: userId,
                  label: `${name}, ${ROLE_LABELS[role].toLowerCase()}`,
                }))}
              />
            )}
            <TextField
              name={`capacity-${row}`}
              label="In which capacity"
              defaultValue={seats[row]?.capacity}
            />
          </div>
        </fieldset>
      ))}
    </>
  );
}
