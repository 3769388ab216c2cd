import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/fields";
import type { FormAction } from "@/lib/kernel/action-state";

export type SignInFormProps = {
  action: FormAction;
  next: string;
  /** The demo's people are offered below: this form is not the first thing wanted. */
  quiet: boolean;
};

/** E-mail address and password. */
export function SignInForm({ action, next, quiet }: SignInFormProps) {
  return (
    <ActionForm
      action={action}
      submit="Sign in"
      pending="Signing in…"
      submitLook={{ variant: quiet ? "default" : "pri", size: "lg", wide: true }}
      hidden={{ next }}
      aria-label="Sign in"
    >
      <TextField name="email" label="E-mail address" type="email" autoComplete="username" required />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" required />
    </ActionForm>
  );
}
