import { SelectField, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import { ROLE_LABELS } from "@/lib/access/labels";
import type { Role } from "@/lib/access/model";

type Member = { userId: string; name: string; role: Role };

const SIGNING: readonly Role[] = ["business_owner", "executive", "platform_engineer", "program_manager"];
const ROWS = [0, 1, 2, 3, 4];

/** Up to five signatures to ask for: a role, optionally one member of it, and in which capacity. */
export function SeatRows({ members }: { members: readonly Member[] }) {
  const signers = members.filter((member) => SIGNING.includes(member.role));
  return (
    <>
      <p className="soft">Ask for at least one signature and leave the others at “Nobody”.</p>
      {ROWS.map((row) => (
        <fieldset className="condition" key={row}>
          <legend className="b">Signature {row + 1}</legend>
          <div className="condition-row">
            <SelectField
              name={`role-${row}`}
              label="Role"
              none="Nobody"
              options={optionsOf(ROLE_LABELS, SIGNING)}
            />
            <SelectField
              name={`user-${row}`}
              label="Person"
              none="Anybody in this role"
              options={signers.map(({ userId, name, role }) => ({
                value: userId,
                label: `${name}, ${ROLE_LABELS[role].toLowerCase()}`,
              }))}
            />
            <TextField name={`capacity-${row}`} label="In which capacity" />
          </div>
        </fieldset>
      ))}
    </>
  );
}
