import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { LookupField } from "@/components/ui/lookup-field";
import { Heads, Tbl } from "@/components/ui/table";
import type { FormAction } from "@/lib/kernel/action-state";
import type { Member } from "@/lib/programs/model";

export type GrantTableProps = {
  member: Member;
  namesSource: string;
  grantAction: FormAction;
  revokeAction: FormAction;
};

/** What a partner was given to see, and giving more. */
export function GrantTable({ member, namesSource, grantAction, revokeAction }: GrantTableProps) {
  return (
    <>
      {member.grants.length === 0 ? (
        <p className="soft" style={{ marginBottom: 16 }}>
          Nothing yet: this partner sees an empty program.
        </p>
      ) : (
        <Granted member={member} revokeAction={revokeAction} />
      )}
      <ActionForm
        action={grantAction}
        submit="Let this partner see it"
        submitLook={{ variant: "default" }}
        hidden={{ userId: member.userId }}
        aria-label="Let the partner see a workload"
      >
        <LookupField name="workload" label="Workload" source={namesSource} />
      </ActionForm>
    </>
  );
}

function Granted({ member, revokeAction }: Pick<GrantTableProps, "member" | "revokeAction">) {
  return (
    <Tbl caption="Workloads this partner sees">
      <Heads of={["Workload", ["Take back", "vh"]]} />
      <tbody>
        {member.grants.map((grant) => (
          <tr key={grant.workloadId}>
            <th scope="row">{grant.name}</th>
            <td className="r">
              <ActionForm
                action={revokeAction}
                hidden={{ userId: member.userId, workloadId: grant.workloadId }}
                className=""
                aria-label={`Take back ${grant.name}`}
              >
                <SubmitButton size="sm">Take back</SubmitButton>
              </ActionForm>
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
