import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/fields";
import { KIND_LABELS, KIND_MEANINGS, WHEN_LABELS } from "@/lib/inbox/labels";
import { INBOX_KINDS, MAIL_WHENS, type MailPreferences } from "@/lib/inbox/model";
import type { FormAction } from "@/lib/kernel/action-state";

export type MailPreferencesFormProps = {
  action: FormAction;
  preferences: MailPreferences & { version: number };
  /** Where the person's clock stands: "London". */
  city: string;
};

const WHENS = MAIL_WHENS.map((value) => ({ value, label: WHEN_LABELS[value] }));
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

/** When a person gets mail about each part of the inbox. */
export function MailPreferencesForm({ action, preferences, city }: MailPreferencesFormProps) {
  return (
    <ActionForm
      action={action}
      submit="Save"
      pending="Saving…"
      hidden={{ version: preferences.version }}
      aria-label="When you get mail"
    >
      {INBOX_KINDS.map((kind) => (
        <SelectField
          key={kind}
          name={kind}
          label={KIND_LABELS[kind]}
          hint={KIND_MEANINGS[kind]}
          options={WHENS}
          defaultValue={preferences[kind]}
        />
      ))}
      <SelectField
        name="hour"
        narrow
        label="The daily mail comes at"
        hint={`By the clock of ${city}, your time zone. It is left out on a day that has nothing new.`}
        options={HOURS}
        defaultValue={String(preferences.hour)}
      />
    </ActionForm>
  );
}
