import { ActionForm } from "@/components/ui/action-form";
import { Rows } from "@/components/ui/sheet-parts";
import { Verdict } from "@/components/ui/status";
import type { FormAction } from "@/lib/kernel/action-state";
import { counted } from "@/lib/kernel/text";
import type { NamedPlace } from "@/lib/sites/model";

/** Places that workloads name and nobody has described; each with its one action. */
export function UndescribedPlaces({
  places,
  action,
}: {
  places: readonly NamedPlace[];
  /** Absent for those who may not add sites. */
  action?: FormAction;
}) {
  return (
    <Rows>
      {places.map((place) => (
        <li key={place.name} className="named-place">
          <span>
            <b>{place.name}</b>{" "}
            <Verdict tone="unk" wrap>
              Named by {counted(place.workloads, "workload")}, not described yet
            </Verdict>
          </span>
          {action ? (
            <ActionForm
              action={action}
              hidden={{ name: place.name }}
              submit="Describe it"
              submitLook={{ size: "sm" }}
              className="inline-form"
              aria-label={`Describe ${place.name}`}
            />
          ) : null}
        </li>
      ))}
    </Rows>
  );
}
