import { SelectField, TextField } from "@/components/ui/fields";
import type { DueOffset } from "@/lib/cutover/model";
import { inUnit } from "@/lib/cutover/rules/offset";

/** So long before or after an edge of the window, in three fields; stands inside an `ActionForm`. */
export function OffsetFields({ offset, optional }: { offset: DueOffset | null; optional?: boolean }) {
  const said = offset === null ? null : inUnit(offset);
  const side = offset === null || offset.by <= 0 ? "before" : "after";
  return (
    <fieldset className="field">
      <legend>Due by the window{optional ? " (optional)" : ""}</legend>
      <p className="hint">
        Days keep the clock of the window’s zone, also where the clocks change; hours and minutes are exact.
      </p>
      <div className="acts-row" style={{ alignItems: "flex-end" }}>
        <TextField
          name="offset"
          label="How long"
          narrow
          inputMode="numeric"
          defaultValue={said?.count ?? ""}
        />
        <SelectField
          name="offsetUnit"
          label="Unit"
          narrow
          options={[
            { value: "days", label: "days" },
            { value: "hours", label: "hours" },
            { value: "minutes", label: "minutes" },
          ]}
          defaultValue={said?.unit ?? "days"}
        />
        <SelectField
          name="offsetSide"
          label="Of what"
          options={[
            { value: "before-start", label: "before the window starts" },
            { value: "after-start", label: "after the window starts" },
            { value: "before-end", label: "before the window ends" },
            { value: "after-end", label: "after the window ends" },
          ]}
          defaultValue={`${side}-${offset?.anchor === "window_end" ? "end" : "start"}`}
        />
      </div>
    </fieldset>
  );
}
