import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/fields";
import { Section } from "@/components/ui/page";
import type { FormAction } from "@/lib/kernel/action-state";
import { METRIC_HINTS, METRIC_LABELS, METRIC_UNITS } from "@/lib/profiles/labels";
import { METRICS } from "@/lib/profiles/model";

type Props = { action: FormAction; today: string; backHref: string };

/** The figures of one day from one source; what was not measured stays empty. */
export function MeasurementForm({ action, today, backHref }: Props) {
  return (
    <ActionForm
      action={action}
      submit="Record figures"
      pending="Recording…"
      beside={<Cancel href={backHref} />}
    >
      <Section title="When and from where">
        <div className="form">
          <div className="row items-end">
            <TextField
              name="measuredOn"
              label="Measured on"
              hint="The last day that the figures cover."
              type="date"
              defaultValue={today}
              max={today}
              required
            />
            <TextField
              name="source"
              label="From"
              hint="The test, the tool or the report."
              maxLength={200}
              required
            />
          </div>
          <TextArea name="note" label="Note" optional rows={2} />
        </div>
      </Section>
      <Section title="What was measured" finding="At least one. What is left empty stays unknown.">
        <div className="form">
          {PAIRS.map((pair) => (
            <div className="row items-end" key={pair.join(" ")}>
              {pair.map((metric) => (
                <TextField
                  key={metric}
                  name={`values.${metric}`}
                  label={`${METRIC_LABELS[metric]} (${METRIC_UNITS[metric]})`}
                  hint={METRIC_HINTS[metric]}
                  inputMode="decimal"
                  autoComplete="off"
                />
              ))}
            </div>
          ))}
          <TextField
            name="currency"
            label="Currency of the cost"
            hint="Three letters, such as EUR."
            maxLength={3}
            narrow
          />
        </div>
      </Section>
    </ActionForm>
  );
}

const PAIRS = [METRICS.slice(0, 2), METRICS.slice(2, 4), METRICS.slice(4, 6)];
