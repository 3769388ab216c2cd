import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { namedOptions, optionsOf } from "@/components/ui/options";
import { formatMinutes } from "@/lib/kernel/minutes";
import { WAVE_KIND_LABELS } from "@/lib/waves/labels";
import type { WaveView } from "@/lib/waves/model/wave";

type Facts = Pick<
  WaveView,
  "number" | "name" | "kind" | "leadId" | "scope" | "impact" | "rollback" | "rollbackMinutes"
>;

/** The facts of a wave as fields; stands inside an `ActionForm`. */
export function WaveFields({
  wave,
  people,
}: {
  wave: Facts | null;
  people: readonly { id: string; name: string }[];
}) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        required
        defaultValue={wave?.name}
        maxLength={120}
        autoComplete="off"
      />
      <SelectField
        name="kind"
        label="Kind"
        options={optionsOf(WAVE_KIND_LABELS)}
        defaultValue={wave?.kind ?? "production"}
        hint="Foundation comes before workloads; a rehearsal moves copies, production moves what people use."
      />
      <TextField
        name="number"
        label="Number"
        narrow
        optional
        inputMode="numeric"
        defaultValue={wave?.number}
        hint={wave === null ? "Left blank, the next free number." : undefined}
      />
      <SelectField
        name="leadId"
        label="Lead"
        optional
        none="Nobody yet"
        options={namedOptions(people)}
        defaultValue={wave?.leadId ?? ""}
      />
      <TextArea
        name="scope"
        label="Scope"
        optional
        defaultValue={wave?.scope}
        hint="What moves with this wave and what does not, in two or three sentences."
      />
      <TextArea
        name="impact"
        label="What people will notice"
        optional
        defaultValue={wave?.impact}
        hint="Business owners read this before they sign."
      />
      <TextArea
        name="rollback"
        label="How to roll back"
        optional
        defaultValue={wave?.rollback}
        hint="What is done if it goes wrong, and what is lost by it."
      />
      <TextField
        name="rollbackMinutes"
        label="Time to roll back"
        narrow
        optional
        placeholder="52 min"
        defaultValue={
          wave === null || wave.rollbackMinutes === null
            ? ""
            : formatMinutes(wave.rollbackMinutes).replaceAll("\u00a0", " ")
        }
        hint="For example 52 min or 1 h 30 min."
      />
    </>
  );
}
