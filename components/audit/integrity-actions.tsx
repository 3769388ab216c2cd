import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/fields";
import type { FormAction } from "@/lib/kernel/action-state";

export type IntegrityActionsProps = {
  verify: FormAction;
  /** Null for those who have no right to it. */
  checkpoint: FormAction | null;
  exportHref: string | null;
};

/** Verify, sign, export: what an auditor does with the trail as a whole. */
export function IntegrityActions({ verify, checkpoint, exportHref }: IntegrityActionsProps) {
  return (
    <div className="acts-row">
      <ActionForm
        action={verify}
        submit="Verify now"
        pending="Verifying every event…"
        aria-label="Verify the trail"
      />
      {checkpoint === null ? null : (
        <Dialog
          trigger="Sign a checkpoint"
          title="Sign a checkpoint"
          description="Signs the hash of the last event with the key that lies outside the database. Whatever is recorded up to now cannot be changed unnoticed after that."
        >
          <ActionForm action={checkpoint} submit="Sign" pending="Signing…" once>
            <TextField
              name="reason"
              label="What is it for?"
              hint="Printed with the checkpoint, for example: Review of the second quarter."
              required
            />
          </ActionForm>
        </Dialog>
      )}
      {exportHref === null ? null : (
        <form method="post" action={exportHref} aria-label="Export the trail">
          <Button type="submit">Export, signed</Button>
        </form>
      )}
    </div>
  );
}
