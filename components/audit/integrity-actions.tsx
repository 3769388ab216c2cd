import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/fields";
import type { FormAction } from "@/lib/kernel/action-state";

/** Checks the whole chain now and says what it found. */
export function VerifyForm({ action }: { action: FormAction }) {
  return (
    <ActionForm
      action={action}
      submit="Verify now"
      pending="Verifying every event…"
      aria-label="Verify the trail"
    />
  );
}

export type TrailActionsProps = {
  /** Null for those who have no right to it. */
  checkpoint: FormAction | null;
  exportHref: string | null;
};

/** Sign and export: what an auditor takes away from the trail as a whole. */
export function TrailActions({ checkpoint, exportHref }: TrailActionsProps) {
  return (
    <>
      {checkpoint === null ? null : (
        <Dialog trigger="Sign a checkpoint" title="Sign a checkpoint" description={WHAT_SIGNING_DOES}>
          <ActionForm action={checkpoint} submit="Sign" pending="Signing…" once>
            <TextField
              name="reason"
              label="What is it for?"
              hint="Kept with the checkpoint, for example: Review of the second quarter."
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
    </>
  );
}

const WHAT_SIGNING_DOES =
  "Signs the hash of the last event with the key that lies outside the database. Whatever is recorded up to now cannot be changed unnoticed after that.";
