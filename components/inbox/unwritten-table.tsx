import { Moment } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import type { UnwrittenMail } from "@/lib/inbox/model";
import { counted } from "@/lib/kernel/text";

export type UnwrittenTableProps = { mails: readonly UnwrittenMail[]; zone: string };

/** Members to whom no mail could be written, with when it is tried again. */
export function UnwrittenTable({ mails, zone }: UnwrittenTableProps) {
  return (
    <Tbl caption="Mail that could not be written" roomy stack="plain">
      <Heads of={["To", "Why", "Tried again"]} />
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.userId}>
            <th scope="row">{mail.to}</th>
            <td style={{ overflowWrap: "anywhere" }}>
              {mail.problem}
              <span className="sub">Tried {counted(mail.failures, "time")}</span>
            </td>
            <td>
              <Moment at={mail.retryAt} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
