import { LocalTimeField } from "@/components/recovery/local-time-field";
import { Checkbox } from "@/components/ui/choices";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import { DRILL_KIND_LABELS } from "@/lib/recovery/labels";

/** The fields of a new drill. `zones`: those the clocks may be read in. */
export function DrillFields({ zone, zones }: { zone: string; zones: readonly string[] }) {
  return (
    <>
      <SelectField
        name="kind"
        label="What was rehearsed"
        hint="A rollback shows that a move can be undone; it proves no recovery."
        none="Choose"
        options={optionsOf(DRILL_KIND_LABELS)}
      />
      <TextField
        name="zone"
        label="Time zone"
        list="zones"
        defaultValue={zone}
        hint="The clocks these times are read from, such as Europe/London."
      />
      <datalist id="zones">
        {zones.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <LocalTimeField of="declared" label="Failure declared" hint="When the clock of the drill started." />
      <LocalTimeField
        of="usable"
        label="Usable again"
        hint="When people could work with it, not when the servers were up. If it never was, tick the box below."
      />
      <Checkbox name="notReached" label="It was not usable when the drill ended" />
      <LocalTimeField
        of="lastGood"
        label="Last good transaction"
        hint="The newest entry that was there after the recovery. If nobody looked, tick the box below."
      />
      <Checkbox name="notMeasured" label="Nobody measured what was lost" />
      <TextArea
        name="findings"
        label="Findings"
        hint="What stood in the way, what had to be entered or reconciled by hand, whom it hit."
        optional
      />
    </>
  );
}
