import { ActionForm } from "@/components/ui/action-form";
import { Rows } from "@/components/ui/sheet-parts";
import { Verdict } from "@/components/ui/status";
import type { FormAction } from "@/lib/kernel/action-state";
import { counted, formatCount } from "@/lib/kernel/text";
import type { NamedPlace } from "@/lib/sites/model";

/** Each is a form: with hundreds of them a page takes longer to come than anybody would read it. */
const SHOWN = 50;

/** Places that workloads name and nobody has described, those that most name first; each with its one action. */
export function UndescribedPlaces({
  places,
  action,
}: {
  places: readonly NamedPlace[];
  /** Absent for those who may not add sites. */
  action?: FormAction;
}) {
  return (
    <>
      <Rows>
        {places.slice(0, SHOWN).map((place) => (
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
      {places.length > SHOWN ? (
        <p className="soft dense">
          {`And ${formatCount(places.length - SHOWN)} more that fewer workloads name; they follow as these are described.`}
        </p>
      ) : null}
    </>
  );
}
