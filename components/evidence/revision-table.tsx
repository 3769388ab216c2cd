import { RevisionContent } from "@/components/evidence/revision-content";
import { ValidityWords } from "@/components/evidence/validity-words";
import { Missing } from "@/components/ui/missing";
import { Digest, Moment } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import type { Revision } from "@/lib/evidence/model";

/** Every revision, the newest first; an older one stays as it was. */
export function RevisionTable({
  revisions,
  api,
  zone,
}: {
  revisions: readonly Revision[];
  /** The address below which the files of this evidence lie. */
  api: string;
  zone: string;
}) {
  return (
    <Tbl caption="Revisions, the newest first" roomy>
      <Heads of={["Revision", "File or link", "Validity", "Note", "Added"]} />
      <tbody>
        {revisions.map((revision, at) => (
          <tr key={revision.number}>
            <th scope="row">
              <span className="nw">Revision {revision.number}</span>
              {at === 0 && revisions.length > 1 ? <span className="sub">it counts</span> : null}
            </th>
            <td>
              <RevisionContent content={revision.content} fileHref={`${api}/${revision.number}`} />
              {revision.content.kind === "file" ? <Digest hex={revision.content.sha256} /> : null}
            </td>
            <td>
              <ValidityWords {...revision} />
            </td>
            <td style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
              {revision.note === "" ? <Missing>no note</Missing> : revision.note}
            </td>
            <td>
              {revision.by}
              <br />
              <span className="mute">
                <Moment at={revision.addedAt} zone={zone} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
