import { ControlStateMark } from "@/components/controls/control-state";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/fields";
import { FormFold } from "@/components/ui/form-fold";
import { Link } from "@/components/ui/link";
import { Day } from "@/components/ui/moment";
import { Section } from "@/components/ui/page";
import { Heads, Tbl } from "@/components/ui/table";
import type { ControlsOfRisk } from "@/lib/controls/model";
import type { FormAction } from "@/lib/kernel/action-state";
import { counted } from "@/lib/kernel/text";

export type RiskControlsProps = {
  controls: ControlsOfRisk;
  /** The code of the risk. */
  code: string;
  /** Address of the register of controls. */
  path: string;
  /** Absent for those who may not change it, and while the risk is closed. */
  actions?: { link: FormAction; unlink: FormAction };
};

/** What works against a risk, the worst first, and whether somebody has shown that it does. */
export function RiskControls({ controls: { linked, choices }, code, path, actions }: RiskControlsProps) {
  const verified = linked.filter(({ state }) => state === "verified").length;
  return (
    <Section
      id="controls"
      title="Controls"
      finding={
        linked.length === 0
          ? "No control is linked."
          : `${verified} of ${counted(linked.length, "control")} verified.`
      }
    >
      {linked.length === 0 ? null : (
        <Tbl caption={`Controls against ${code}`} stack="run">
          <Heads of={["Control", "State", "Owner", "Holds until", actions ? ["Acts", "vh"] : null]} />
          <tbody>
            {linked.map(({ id, title, state, owner, holdsUntil }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={`${path}/${id}`}>{title}</Link>
                </th>
                <td>
                  <ControlStateMark state={state} />
                </td>
                <td>{owner ?? <b className="miss">no owner</b>}</td>
                <td data-l={holdsUntil === null ? undefined : "holds until"}>
                  <Day on={holdsUntil} missing="not verified" />
                </td>
                {actions ? (
                  <td className="r act">
                    <UnlinkForm action={actions.unlink} hidden={{ controlId: id, code }} label={title} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Tbl>
      )}
      {actions && choices.length > 0 ? (
        <FormFold label="Link a control">
          <ActionForm
            key={linked.length}
            action={actions.link}
            hidden={{ code }}
            submit="Link"
            submitLook={{}}
            className="form spaced"
            aria-label="Link a control"
          >
            <SelectField
              name="controlId"
              label="Link a control"
              none="Choose a control"
              options={choices.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </ActionForm>
        </FormFold>
      ) : null}
    </Section>
  );
}

/** Takes one link away. */
export function UnlinkForm({
  action,
  hidden,
  label,
}: {
  action: FormAction;
  hidden: { controlId: string; code: string };
  label: string;
}) {
  return (
    <ActionForm action={action} hidden={hidden} className="" aria-label={`Unlink ${label}`}>
      <SubmitButton size="sm" variant="ghost">
        Unlink<span className="vh"> {label}</span>
      </SubmitButton>
    </ActionForm>
  );
}
