import type { ChecklistProps } from "@/components/cutover/checklist-props";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

/** A checklist that has not begun: from the template, from the attempt before, or by hand. */
export function NoItems({ list, base, mayPlan, addTemplate }: ChecklistProps) {
  return (
    <EmptyState
      title="Nothing is on the checklist yet"
      action={
        mayPlan ? (
          <div className="acts-row">
            <Button variant="pri" href={`${base}/checklist/template`}>
              Take from the template
            </Button>
            {list.earlierAttempts.length > 0 ? (
              <ActionForm
                action={addTemplate}
                className="inline-form"
                submit={`Bring over the list of attempt ${list.earlierAttempts.at(-1)}`}
                submitLook={{}}
                hidden={{ waveId: list.waveId, template: "earlier-attempt" }}
              />
            ) : null}
            <Button href={`${base}/checklist/new`}>Write an item</Button>
          </div>
        ) : null
      }
    >
      What has to be done before, during and after the cutover. The gate asks that what is due a day or more
      before the window is done, or skipped with a reason.
    </EmptyState>
  );
}
