import { MembershipFields } from "@/components/programs/membership-fields";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/lib/kernel/action-state";
import { dateIn } from "@/lib/kernel/time";
import type { Member } from "@/lib/programs/model";
import { lastInstant } from "@/lib/programs/rules/membership";

/** Another role, reason or end. */
export function ChangeMemberForm({
  action,
  member,
  zone,
}: {
  action: FormAction;
  member: Member;
  zone: string;
}) {
  const lastDay = member.endsAt === null ? "" : dateIn(zone, lastInstant(member.endsAt));
  return (
    <ActionForm
      action={action}
      submit="Change membership"
      hidden={{ membershipId: member.id, version: member.version }}
      aria-label="Change the membership"
    >
      <MembershipFields role={member.role} reason={member.reason} lastDay={lastDay} zone={zone} />
    </ActionForm>
  );
}
