import Form from "next/form";
import { TextField } from "@/components/ui/fields";
import { FilterBar } from "@/components/ui/filters";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";

export type PickWorkloadProps = {
  /** The page itself: searching and choosing come back to it, as `q` and `w`. */
  path: string;
  text: string;
  found: readonly { id: string; name: string; site: string | null }[];
  /** Parameters to keep, such as what the workload is chosen for. */
  keep: readonly (readonly [name: string, value: string])[];
  chosen?: string;
  /** The words of the choice that there is none; absent where that is no choice. */
  none?: string;
  submit: string;
};

/** Find a workload by a part of its name and choose it; nothing is changed by choosing. */
export function PickWorkload({ path, text, found, keep, chosen, none, submit }: PickWorkloadProps) {
  const kept = keep.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
  return (
    <Section
      id="choose"
      title="Choose a workload"
      finding={found.length === 50 ? "The first 50 by name; search for others." : undefined}
    >
      <FilterBar path={path} submit="Search">
        {kept}
        <TextField name="q" label="Name" type="search" defaultValue={text} />
      </FilterBar>
      {found.length === 0 ? (
        <EmptyState title="No workload of that name">Search for another part of its name.</EmptyState>
      ) : (
        <Form action={path} style={{ marginTop: 16 }}>
          {kept}
          <input type="hidden" name="q" value={text} />
          <ul className="rows dense" style={{ maxWidth: 640 }}>
            {none === undefined ? null : <Choice value="none" label={none} chosen={chosen} />}
            {found.map(({ id, name, site }) => (
              <Choice key={id} value={id} label={name} detail={site ?? "no site"} chosen={chosen} />
            ))}
          </ul>
          <div className="acts-row" style={{ marginTop: 16 }}>
            <button className="btn" type="submit">
              {submit}
            </button>
          </div>
        </Form>
      )}
    </Section>
  );
}

type ChoiceProps = { value: string; label: string; detail?: string; chosen: string | undefined };

function Choice({ value, label, detail, chosen }: ChoiceProps) {
  return (
    <li>
      <label className="check">
        <input className="rb" type="radio" name="w" value={value} defaultChecked={value === chosen} />
        <span>
          {label}
          {detail === undefined ? null : <span className="mute"> · {detail}</span>}
        </span>
      </label>
    </li>
  );
}
