import { DigestStart } from "@/components/evidence/revision-content";
import { ValidityWords } from "@/components/evidence/validity-words";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/fields";
import { FormFold } from "@/components/ui/form-fold";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { Heads, Tbl } from "@/components/ui/table";
import type { Attached, AttachedRow, EvidenceSubject } from "@/lib/evidence/model";
import type { FormAction } from "@/lib/kernel/action-state";
import { counted } from "@/lib/kernel/text";

export type AttachedEvidenceProps = {
  evidence: Attached;
  subject: EvidenceSubject;
  /** Address of the list of evidence. */
  path: string;
  /** What attaching here does beside, such as making signatures stale. */
  means?: string;
  /** Absent for those who may not attach. */
  actions?: { attach: FormAction; detach: FormAction };
};

/** What a thing rests on, with how long it holds, and ways to attach more. */
export function AttachedEvidence({ evidence, subject, path, means, actions }: AttachedEvidenceProps) {
  const { attached, closed } = evidence;
  const may = closed === null ? actions : undefined;
  return (
    <Section id="evidence" title="Evidence" finding={means}>
      {attached.length === 0 ? (
        <p className="never">No evidence is attached.</p>
      ) : (
        <Tbl caption="Attached evidence" stack="run">
          <Heads of={["Evidence", "Validity", "Digest", may ? ["Acts", "vh"] : null]} />
          <tbody>
            {attached.map((row) => (
              <Line key={row.useId} row={row} path={path} detach={may?.detach} />
            ))}
          </tbody>
        </Tbl>
      )}
      {closed !== null && actions ? <p className="mute">{closed}</p> : null}
      {may ? <AttachForm {...{ evidence, subject, path }} action={may.attach} /> : null}
    </Section>
  );
}

function Line({ row, path, detach }: { row: AttachedRow; path: string; detach: FormAction | undefined }) {
  const { id, title, newest, useId } = row;
  return (
    <tr>
      <th scope="row">
        <Link href={`${path}/${id}`}>{title}</Link>
        <span className="sub">Revision {newest.number}</span>
      </th>
      <td>
        <ValidityWords {...newest} />
      </td>
      <td>
        <DigestStart content={newest.content} />
      </td>
      {detach ? (
        <td className="r act">
          <ActionForm action={detach} hidden={{ useId }} className="" aria-label={`Take off ${title}`}>
            <SubmitButton size="sm" variant="ghost">
              Take off<span className="vh"> {title}</span>
            </SubmitButton>
          </ActionForm>
        </td>
      ) : null}
    </tr>
  );
}

type AttachFormProps = Pick<AttachedEvidenceProps, "evidence" | "subject" | "path"> & { action: FormAction };

function AttachForm({ evidence, subject, path, action }: AttachFormProps) {
  const { attached, choices, unoffered } = evidence;
  const hidden = { attachType: subject.type, attachId: subject.id };
  const newHref = `${path}/new?${new URLSearchParams(hidden)}`;
  if (choices.length === 0)
    return (
      <div className="acts-row" style={{ marginTop: 16 }}>
        <Button href={newHref}>Add new evidence</Button>
      </div>
    );
  return (
    <FormFold label="Attach evidence">
      <ActionForm
        key={attached.length}
        action={action}
        hidden={hidden}
        submit="Attach"
        submitLook={{}}
        beside={<Button href={newHref}>Add new evidence</Button>}
        className="form spaced"
        aria-label="Attach evidence"
      >
        <SelectField
          name="evidenceId"
          label="Attach evidence that is here already"
          none="Choose"
          hint={
            unoffered > 0
              ? `The newest are offered; ${counted(unoffered, "older piece")} are not.`
              : undefined
          }
          options={choices.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </ActionForm>
    </FormFold>
  );
}
