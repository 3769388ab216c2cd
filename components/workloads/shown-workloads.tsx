import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { FilterBar } from "@/components/ui/filters";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import type { FormAction } from "@/lib/kernel/action-state";

export type ShownWorkloadsProps = {
  id: string;
  finding: string;
  /** Address of what the workloads belong to; the form stands at `/workloads` below it. */
  path: string;
  /** What is searched for. */
  text: string;
  /** Those that the form holds; only they are changed. */
  shown: readonly { id: string }[];
  action: FormAction;
  hidden: Record<string, string | number>;
  className: string;
  /** The choices themselves. */
  children: ReactNode;
};

/** A search for workloads and a form over those that it shows. */
export function ShownWorkloads(props: ShownWorkloadsProps) {
  const { id, finding, path, text, shown, action, hidden, className, children } = props;
  return (
    <Section id={id} title="Workloads" finding={finding}>
      <FilterBar path={`${path}/workloads`} submit="Search">
        <TextField name="q" label="Name" type="search" defaultValue={text} />
      </FilterBar>
      {shown.length === 0 ? (
        <EmptyState title="No workload of that name">Search for another part of its name.</EmptyState>
      ) : (
        <ActionForm
          action={action}
          hidden={hidden}
          submit="Save"
          pending="Saving…"
          beside={<Cancel href={path} />}
          className={className}
        >
          {shown.map((one) => (
            <input key={one.id} type="hidden" name="shownIds" value={one.id} />
          ))}
          {children}
        </ActionForm>
      )}
    </Section>
  );
}
