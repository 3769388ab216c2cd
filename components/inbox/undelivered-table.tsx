import { ActionForm } from "@/components/ui/action-form";
import { Moment } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import type { UndeliveredMail } from "@/lib/inbox/model";
import type { FormAction } from "@/lib/kernel/action-state";
import { counted } from "@/lib/kernel/text";

export type UndeliveredTableProps = {
  mails: readonly UndeliveredMail[];
  zone: string;
  sendAgain: FormAction;
};

/** Mail that was given up, with what the mail server said. */
export function UndeliveredTable({ mails, zone, sendAgain }: UndeliveredTableProps) {
  return (
    <Tbl caption="Mail that could not be delivered" roomy stack="plain">
      <Heads of={["To", "Written", "Why", ["Send again", "vh"]]} />
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <th scope="row">
              {mail.to}
              <span className="sub">{mail.subject}</span>
            </th>
            <td>
              <Moment at={mail.createdAt} zone={zone} />
            </td>
            <td style={{ overflowWrap: "anywhere" }}>
              {mail.problem === "" ? "It was cut off each time." : mail.problem}
              <span className="sub">Tried {counted(mail.attempts, "time")}</span>
            </td>
            <td className="r">
              {mail.cleared ? (
                <span className="sub">What it said is not kept any more</span>
              ) : (
                <ActionForm
                  action={sendAgain}
                  className="inline-form"
                  submit="Send again"
                  submitLook={{ size: "sm" }}
                  hidden={{ mailId: mail.id }}
                  aria-label={`Send “${mail.subject}” to ${mail.to} again`}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
