import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/fields";
import { namedOptions } from "@/components/ui/options";
import type { FormAction } from "@/lib/kernel/action-state";
import type { Member, Person } from "@/lib/programs/model";

export type LinkPersonFormProps = { action: FormAction; member: Member; people: readonly Person[] };

/** Says which name in the facts the account stands for, or undoes it. */
export function LinkPersonForm({ action, member, people }: LinkPersonFormProps) {
  if (member.person !== null) {
    return (
      <ActionForm
        action={action}
        submit="Undo the link"
        submitLook={{ variant: "default" }}
        hidden={{ personId: member.person.id, userId: "" }}
        aria-label="Undo the link"
      >
        <p>
          This account stands for <b>{member.person.name}</b>.
        </p>
      </ActionForm>
    );
  }
  const free = people.filter((person) => person.userId === null);
  if (free.length === 0) {
    return <p className="soft">Every name in the facts is linked already, or there is none yet.</p>;
  }
  const suggested = free.find((person) => person.name === member.name);
  return (
    <ActionForm
      action={action}
      submit="Link"
      submitLook={{ variant: "default" }}
      hidden={{ userId: member.userId }}
      aria-label="Link to a name"
    >
      <SelectField
        name="personId"
        label="Name"
        options={namedOptions(free)}
        none="Choose a name"
        defaultValue={suggested?.id}
      />
    </ActionForm>
  );
}
