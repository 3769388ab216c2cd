import { ActionForm } from "@/components/ui/action-form";
import { Choices } from "@/components/ui/choices";
import { TextArea } from "@/components/ui/fields";
import type { FormAction } from "@/lib/kernel/action-state";
import { TRUST_LABELS } from "@/lib/questions/labels";
import type { SourceView } from "@/lib/questions/model";
import { trustConsequence } from "@/lib/questions/rules/trust-consequences";

/** Chooses how far a source is trusted; each level says what it would mean beside the others. */
export function TrustForm({ source, action }: { source: SourceView; action: FormAction }) {
  return (
    <ActionForm
      action={action}
      submit="Change trust"
      hidden={{ sourceId: source.id, version: source.version }}
    >
      <Choices
        name="trust"
        legend={`How far ${source.name} is trusted`}
        defaultValue={String(source.trust)}
        options={[5, 4, 3, 2, 1].map((level) => ({
          value: String(level),
          label: `${level} ${TRUST_LABELS[level] ?? ""}${level === source.trust ? " (now)" : ""}`,
          hint: trustConsequence(level, source.others),
        }))}
      />
      <TextArea name="reason" label="Why" required maxLength={1000} />
    </ActionForm>
  );
}
