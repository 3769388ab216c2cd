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
  const rows = ROWS.slice(0, Math.max(5, seats.length + 1));
  const asked = Math.max(1, seats.length);
  const seat = (row: number) => <Seat key={row} row={row} asked={seats[row]} signers={members && signers} />;
  return (
    <>
      <p className="soft">Ask for at least one signature and leave the others at “Nobody”.</p>
      {rows.slice(0, asked).map(seat)}
      <details className="fold asked">
        <summary>
          <span className="grp">Ask for more signatures</span>
        </summary>
        {rows.slice(asked).map(seat)}
      </details>
    </>
  );
}

type SeatProps = {
  row: number;
  asked: { role: Role; capacity: string } | undefined;
  /** Null: a template, which asks for roles alone. */
  signers: readonly Member[] | null;
};

function Seat({ row, asked, signers }: SeatProps) {
  return (
    <fieldset className="condition">
      <legend className="b">Signature {row + 1}</legend>
      <div className={signers === null ? "condition-row two" : "condition-row seat"}>
        <SelectField
          name={`role-${row}`}
          label="Role"
          none="Nobody"
          defaultValue={asked?.role}
          options={optionsOf(ROLE_LABELS, SIGNING)}
        />
        {signers === null ? null : (
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
        <TextField name={`capacity-${row}`} label="In which capacity" defaultValue={asked?.capacity} />
      </div>
    </fieldset>
  );
}
