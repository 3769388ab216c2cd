import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import type { Option } from "@/components/ui/options";
import type { FormAction } from "@/lib/kernel/action-state";
import { zoneCity } from "@/lib/kernel/moments";
import { ProofField, type ProofFieldProps } from "./proof-field";

type Props = {
  action: FormAction;
  seatId: string;
  /** Members whose role may sign and who take no other part in the gate. */
  people: readonly Option[];
  zone: string;
  /** Wall-clock times in `zone`, to begin with. */
  from: string;
  to: string;
  proof: ProofFieldProps;
  beside: ReactNode;
};

/** Who signs in the reader's stead, from when to when, and why. */
export function LendForm({ action, seatId, people, zone, from, to, proof, beside }: Props) {
  const inZone = `Your time, ${zoneCity(zone)}.`;
  return (
    <ActionForm
      action={action}
      hidden={{ seatId }}
      submit="Let them sign"
      beside={beside}
      aria-label="Let somebody sign in your stead"
    >
      <SelectField
        name="toUserId"
        label="Who signs in your stead"
        none="Choose a member"
        options={people}
        hint="Nobody who attested a criterion of this gate, and nobody who signs it already."
      />
      <TextField name="startAt" label="From" type="datetime-local" defaultValue={from} hint={inZone} />
      <TextField
        name="endAt"
        label="Until"
        type="datetime-local"
        defaultValue={to}
        hint={`${inZone} At most 30 days later.`}
      />
      <TextArea name="reason" label="Why" maxLength={500} rows={2} />
      <ProofField {...proof} />
    </ActionForm>
  );
}
