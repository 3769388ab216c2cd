import { SelectField, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import { ROLE_LABELS } from "@/lib/access/labels";
import type { Role } from "@/lib/access/model";

type Member = { userId: string; name: string; role: Role };
type Asked = { role: Role; capacity: string };

const SIGNING: readonly Role[] = ["business_owner", "executive", "platform_engineer", "program_manager"];
const ROWS = Array.from({ length: 20 }, (_, row) => row);

/** Signatures to ask for, at least five rows: a role, optionally one member of it, and in which capacity. */
export function SeatRows({
  members,
  seats,
}: {
  /** Null: a template, which asks for roles alone. Else a gate, which may add to its template and leave nothing of it out. */
  members: readonly Member[] | null;
  /** What the template asks for. */
  seats: readonly Asked[];
}) {
  const signers = (members ?? []).filter((member) => SIGNING.includes(member.role));
  const rows = ROWS.slice(0, Math.max(5, seats.length + 1));
  const asked = Math.max(1, seats.length);
  const seat = (row: number) => {
    const ofTemplate = seats[row];
    return members !== null && ofTemplate !== undefined ? (
      <TemplateSeat key={row} row={row} asked={ofTemplate} signers={signers} />
    ) : (
      <Seat key={row} row={row} asked={ofTemplate} signers={members && signers} />
    );
  };
  return (
    <>
      <p className="soft">
        {members === null
          ? "Ask for at least one signature and leave the others at “Nobody”."
          : "What the template asks for stays; say who signs it, if you know. Add others where this wave needs them."}
      </p>
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

/** A seat of the template: its role and capacity are said and stay; the person is chosen. */
function TemplateSeat({ row, asked, signers }: { row: number; asked: Asked; signers: readonly Member[] }) {
  const able = signers.filter(({ role }) => role === asked.role);
  return (
    <fieldset className="condition">
      <legend className="b">Signature {row + 1}, of the template</legend>
      <div className="condition-row two">
        <p>
          {ROLE_LABELS[asked.role]}
          <br />
          <span className="soft">{asked.capacity}</span>
          <input type="hidden" name={`role-${row}`} value={asked.role} />
          <input type="hidden" name={`capacity-${row}`} value={asked.capacity} />
        </p>
        <SelectField
          name={`user-${row}`}
          label="Person"
          none="Anybody in this role"
          options={able.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
      </div>
    </fieldset>
  );
}

type SeatProps = {
  row: number;
  asked: Asked | undefined;
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
