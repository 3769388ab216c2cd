import { Choices } from "@/components/ui/choices";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { LookupField } from "@/components/ui/lookup-field";
import { namedOptions, optionsOf } from "@/components/ui/options";
import { PERIOD_KIND_LABELS, PERIOD_KIND_MEANINGS, REPEAT_LABELS } from "@/lib/calendar/labels";
import { PERIOD_KINDS, type Period, type PeriodKind, type ScopeChoices } from "@/lib/calendar/model";
import { saidOf } from "@/lib/calendar/rules/repeat";

type Props = {
  period?: Period;
  choices: ScopeChoices;
  /** The zone offered for a new period. */
  zone: string;
  zones: readonly string[];
  /** Address that offers names of workloads. */
  namesSource: string;
};

/** Every fact of a period. */
export function PeriodFields({ period, choices, zone, zones, namesSource }: Props) {
  const said = period === undefined ? null : saidOf(period.recurrence, period.startLocal);
  return (
    <>
      <KindChoices kind={period?.kind} />
      <TextField
        name="title"
        label="Title"
        hint="As the business calls it: month-end close, stock count, promotion."
        required
        maxLength={120}
        defaultValue={period?.title}
      />
      <TextArea name="reason" label="Reason" optional defaultValue={period?.reason} />
      <div className="row">
        <TextField
          name="startLocal"
          label="Starts"
          type="datetime-local"
          required
          defaultValue={period?.startLocal}
        />
        <TextField
          name="endLocal"
          label="Ends"
          type="datetime-local"
          required
          defaultValue={period?.endLocal}
        />
      </div>
      <ZoneField zone={period?.zone ?? zone} zones={zones} />
      <SelectField
        name="repeat"
        label="Repeats"
        hint="Counted from the start above, on the same clock time in summer and winter."
        options={optionsOf(REPEAT_LABELS)}
        defaultValue={said?.repeat ?? "once"}
      />
      <div className="row">
        <TextField
          name="until"
          label="Repeats until"
          type="date"
          hint="The last day on which it may start."
          optional
          defaultValue={said?.until ?? ""}
        />
        <TextField
          name="rule"
          label="Rule"
          hint="Such as FREQ=WEEKLY;INTERVAL=2."
          optional
          defaultValue={said?.rule ?? ""}
        />
      </div>
      <ScopeFields period={period} choices={choices} namesSource={namesSource} />
    </>
  );
}

/** Freeze, caution or preferred, with what each means. */
export function KindChoices({ kind = "freeze" }: { kind?: PeriodKind | undefined }) {
  return (
    <Choices
      name="kind"
      legend="Kind"
      defaultValue={kind}
      options={PERIOD_KINDS.map((value) => ({
        value,
        label: PERIOD_KIND_LABELS[value],
        hint: PERIOD_KIND_MEANINGS[value],
      }))}
    />
  );
}

/** The clocks that times are read from. */
export function ZoneField({ zone, zones }: { zone: string; zones: readonly string[] }) {
  return (
    <>
      <TextField
        name="zone"
        label="Time zone"
        list="zones"
        autoComplete="off"
        hint="The clocks these times are read from, such as Europe/London."
        required
        defaultValue={zone}
      />
      <datalist id="zones">
        {zones.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

/** What it is about: one site, one workload, or the whole program. */
export function ScopeFields({
  period,
  choices,
  namesSource,
}: Pick<Props, "period" | "choices" | "namesSource">) {
  const scope = period?.scope;
  return (
    <div className="row">
      <SelectField
        name="siteId"
        label="Site"
        hint="Concerns the waves whose workloads serve it."
        none="The whole program"
        options={namedOptions(choices.sites)}
        defaultValue={scope?.of === "site" ? scope.id : ""}
      />
      <LookupField
        name="workload"
        label="Or one workload"
        hint="Leave empty unless it concerns one alone."
        source={namesSource}
        optional
        defaultValue={scope?.of === "workload" ? scope.name : ""}
      />
    </div>
  );
}
