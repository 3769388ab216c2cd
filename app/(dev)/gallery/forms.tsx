import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Checkbox, Choices } from "@/components/ui/choices";
import { ConflictBox } from "@/components/ui/conflict-box";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { Section } from "@/components/ui/page";
import { recordSpecimen } from "./actions";

/** Buttons, fields and forms in every state. */
export function FormSpecimens() {
  return (
    <>
      <Section
        id="g-buttons"
        title="Buttons"
        finding="One primary button a page; never disabled without words."
      >
        <div className="acts-row">
          <Button variant="pri">Record the drill</Button>
          <Button>Compare</Button>
          <Button size="sm">Small</Button>
          <Button size="lg">Approve</Button>
          <Button variant="ghost">Clear all</Button>
          <Button href="/gallery">A link</Button>
          <Button variant="pri" disabledReason="Three criteria are not met.">
            Move to Ready
          </Button>
        </div>
      </Section>
      <Section
        id="g-form"
        title="Form"
        finding="Choose Dirk Achterberg to meet a conflict; leave it empty to see errors."
      >
        <ActionForm
          action={recordSpecimen}
          submit="Record the drill"
          pending="Recording…"
          hidden={{ version: 3 }}
          aria-label="Record a drill"
          beside={
            <Button variant="ghost" href="/gallery">
              Cancel
            </Button>
          }
        >
          <TextField
            name="rto"
            label="Measured restore time"
            hint="From the first command to the first good order."
            narrow
          />
          <SelectField
            name="owner"
            label="Led by"
            none="Choose a person"
            options={[
              { value: "joost", label: "Joost van Dijk" },
              { value: "dirk", label: "Dirk Achterberg" },
            ]}
          />
          <TextArea name="note" label="What was learned" optional />
          <Choices
            name="result"
            legend="Result"
            defaultValue="ok"
            options={[
              { value: "ok", label: "Inside target" },
              {
                value: "late",
                label: "Too late",
                hint: "The target was missed; the workload counts as not recoverable.",
              },
            ]}
          />
          <Checkbox name="told" label="The owners were told" hint="They get no mail from this." />
        </ActionForm>
      </Section>
      <FieldStates />
    </>
  );
}

function FieldStates() {
  return (
    <Section id="g-fields" title="Fields" finding="Error, read-only, file, date, conflict.">
      <div className="form">
        <TextField
          name="bad"
          label="Measured restore time"
          hint="From the first command to the first good order."
          defaultValue="a while"
          error="Enter how long the restore took, for example 2 h 10 min"
        />
        <SelectField
          name="badselect"
          label="Wave"
          options={[{ value: "1", label: "1 Foundation" }]}
          error="Choose a wave that is still planned"
        />
        <Choices
          name="badchoice"
          legend="Decision"
          options={[
            { value: "a", label: "Approve" },
            { value: "b", label: "Decline" },
          ]}
          error="Choose one"
        />
        <div className="row">
          <TextField name="from" label="Starts" type="datetime-local" defaultValue="2027-01-16T20:00" />
          <TextField name="ro" label="Code" readOnly defaultValue="R-014" />
        </div>
        <TextField name="file" label="Inventory" type="file" hint="CSV, at most 20 MB." />
      </div>
      <div style={{ marginTop: 24 }}>
        <ConflictBox
          takeFocus={false}
          message="Wave 3, window, was changed while you were editing."
          conflict={{
            by: "Dirk Achterberg",
            at: "14:31 GMT",
            version: 4,
            rows: [{ label: "Start", yours: "Sat 16 Jan, 20:00 GMT", theirs: "Sat 16 Jan, 21:00 GMT" }],
          }}
        />
      </div>
    </Section>
  );
}
