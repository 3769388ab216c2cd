import { Missing } from "@/components/ui/missing";
import { Heads, Tbl } from "@/components/ui/table";
import { DUTY_LABELS, PARTY_LABELS } from "@/lib/profiles/labels";
import { DUTIES, type DutyWords } from "@/lib/profiles/model";

/** Who does which duty; what nobody has said is said to be unknown. */
export function DutyTable({ duties, provider }: { duties: DutyWords; provider: string | null }) {
  return (
    <Tbl caption="Who does which duty" stack="cards" className="table-fixed">
      <Heads of={["Duty", "Done by", "Note"]} />
      <tbody>
        {DUTIES.map((duty) => {
          const { party, note } = duties[duty];
          return (
            <tr key={duty}>
              <th scope="row">{DUTY_LABELS[duty]}</th>
              <td data-l="Done by:">
                {party === null ? <Missing /> : PARTY_LABELS[party]}
                {party === "provider" && provider !== null ? (
                  <span className="mute">, {provider}</span>
                ) : null}
              </td>
              <td className="soft">{note}</td>
            </tr>
          );
        })}
      </tbody>
    </Tbl>
  );
}
