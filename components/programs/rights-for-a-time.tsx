import { ActionForm } from "@/components/ui/action-form";
import { Moment } from "@/components/ui/moment";
import { ROLE_LABELS } from "@/lib/access/labels";
import type { FormAction } from "@/lib/kernel/action-state";
import type { Elevation } from "@/lib/programs/rules/elevation";

/** What somebody has beyond their role now, and the way to end it before its time. */
export function RightsForATime({
  action,
  given,
  zone,
}: {
  action: FormAction;
  given: Elevation;
  zone: string;
}) {
  return (
    <ActionForm
      action={action}
      submit="End these rights now"
      submitLook={{ variant: "default" }}
      hidden={{ elevationId: given.id }}
      aria-label="End the rights for a time"
    >
      <p>
        Rights of a {ROLE_LABELS[given.role].toLowerCase()} until <Moment at={given.endsAt} zone={zone} />,
        given by {given.grantedBy}: {given.reason}
      </p>
    </ActionForm>
  );
}
