import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/fields";
import type { FormAction } from "@/lib/kernel/action-state";

export type PasswordFormProps = { action: FormAction; email: string; isDemo: boolean };

/** The old password, the new one twice. Demo people have none. */
export function PasswordForm({ action, email, isDemo }: PasswordFormProps) {
  if (isDemo) {
    return <p className="soft">People of the demo sign in without a password; there is none to change.</p>;
  }
  return (
    <ActionForm action={action} submit="Change password" once aria-label="Change password">
      <input type="hidden" autoComplete="username" defaultValue={email} />
      <TextField
        name="oldPassword"
        label="The password you have now"
        type="password"
        autoComplete="current-password"
        required
      />
      <TextField
        name="newPassword"
        label="New password"
        hint="At least 12 characters. Your other sessions end."
        type="password"
        autoComplete="new-password"
        required
      />
      <TextField
        name="againPassword"
        label="New password, once more"
        type="password"
        autoComplete="new-password"
        required
      />
    </ActionForm>
  );
}
