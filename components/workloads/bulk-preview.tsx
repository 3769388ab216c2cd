import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { Heads, Tbl } from "@/components/ui/table";
import type { FormAction } from "@/lib/kernel/action-state";
import { counted } from "@/lib/kernel/text";

export type BulkPreviewProps = {
  preview: {
    chosen: number;
    already: number;
    changing: number;
    lines: readonly { id: string; name: string; from: string; to: string }[];
  };
  fieldLabel: string;
  workloadsPath: string;
  action: FormAction;
  hidden: Record<string, string>;
  ids: readonly string[];
};

/** Third step: every workload that changes, old beside new, and the one button that does it. */
export function BulkPreviewPart(props: BulkPreviewProps) {
  const { preview, fieldLabel, workloadsPath, action, hidden, ids } = props;
  const { changing, already, lines } = preview;
  const saysSo =
    already === 0
      ? ""
      : ` ${counted(already, "says", "say")} so already and ${already === 1 ? "stays" : "stay"}.`;
  if (changing === 0)
    return (
      <Section title="What this means">
        <Callout title="Nothing would change" tone="unk">
          {already === 1 ? "It says so already." : `All ${counted(already, "workload")} say so already.`}
        </Callout>
      </Section>
    );
  return (
    <Section
      title="What this means"
      finding={`${counted(changing, "workload")} would change.${saysSo} Nothing has changed yet.`}
    >
      <Tbl caption={`${fieldLabel} of each workload, as it is and as it would be`}>
        <Heads of={["Workload", `${fieldLabel} now`, "Would be"]} />
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <Link href={`${workloadsPath}/${line.id}`}>{line.name}</Link>
              </th>
              <td className="soft" data-l="Now">
                {line.from}
              </td>
              <td data-l="Would be">
                <b>{line.to}</b>
                {line.from === line.to ? <span className="mute">, for the new reason</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </Tbl>
      {changing > lines.length ? (
        <p className="soft">and {counted(changing - lines.length, "more workload")}, each in the same way.</p>
      ) : null}
      <ActionForm
        action={action}
        className="form spaced"
        submit={`Change ${counted(changing, "workload")}`}
        pending="Changing…"
        hidden={hidden}
        beside={<Cancel href={workloadsPath} />}
        aria-label={`Change ${fieldLabel}`}
      >
        {ids.map((id) => (
          <input key={id} type="hidden" name="ids" value={id} />
        ))}
      </ActionForm>
    </Section>
  );
}
