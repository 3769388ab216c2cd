import { Link } from "@/components/ui/link";
import { Day, Digest, Moment } from "@/components/ui/moment";
import { DefinitionList } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import { Heads } from "@/components/ui/table";
import { ROLE_LABELS } from "@/lib/access/labels";
import { CRITERION_STATUS_LABELS, DECIDED_LABELS } from "@/lib/gates/labels";
import type { ConditionFact } from "@/lib/gates/model/facts";
import type { RecordedSignature, SignedCriterion } from "@/lib/gates/model/record";
import { countsWords, provenWords, signedBy } from "@/lib/gates/rules/record-words";
import { CRITERION_TONES } from "./criterion-tones";

type Props = {
  signature: RecordedSignature;
  /** Of the facts as they are now. */
  digest: string;
  zone: string;
  /** Address of the sign-off record. */
  href: string;
};

/** One signature with everything that proves it, for the screen and for paper. */
export function SignatureSheet({ signature, digest, zone, href }: Props) {
  const { checkpoint, event } = signature;
  return (
    <article className="signature">
      <h3>
        {DECIDED_LABELS[signature.decision]}: {signedBy(signature)}
      </h3>
      <p className="b">{countsWords(signature, digest)}</p>
      <DefinitionList
        items={[
          { label: "Asked as", value: signature.capacity },
          { label: "Role of the signer at that moment", value: ROLE_LABELS[signature.role] },
          { label: "Decided", value: <Moment at={signature.signedAt} zone={zone} city /> },
          { label: "How the signer was known", value: provenWords(signature) },
          { label: "Comment", value: signature.comment === "" ? "None" : signature.comment },
          { label: "Conditions", value: <Conditions conditions={signature.conditions} /> },
          {
            label: "Reference",
            value: <Link href={href}>{signature.reference}</Link>,
          },
          {
            label: "Event in the audit trail",
            value: event === null ? "Not found in the trail: verify it" : `Number ${event.seq}`,
          },
        ]}
      />
      <Criteria criteria={signature.criteria} />
      <div className="proofs">
        <Digest hex={signature.digest} label="What was signed, SHA-256" />
        {event === null ? null : <Digest hex={event.hash} label={`Hash of event ${event.seq}`} />}
        {checkpoint === null ? (
          <p>No checkpoint has been signed since; one is made right after every decision.</p>
        ) : (
          <>
            <Digest hex={checkpoint.hash} label={`Signed checkpoint, hash of event ${checkpoint.seq}`} />
            <p className="small">
              Signed <Moment at={checkpoint.signedAt} zone={zone} />
            </p>
            <Digest hex={checkpoint.keyId} label="Fingerprint of the key" />
          </>
        )}
      </div>
    </article>
  );
}

function Conditions({ conditions }: { conditions: readonly ConditionFact[] }) {
  if (conditions.length === 0) return "None";
  return (
    <ul>
      {conditions.map((one) => (
        <li key={one.id}>
          {one.text}. {one.owner}, due <Day on={one.dueOn} />,{" "}
          {one.due === "before_cutover" ? "before the cutover" : "after the cutover"},{" "}
          {one.closedAt === null ? "open" : `closed: ${one.evidence}`}
        </li>
      ))}
    </ul>
  );
}

function Criteria({ criteria }: { criteria: readonly SignedCriterion[] | null }) {
  if (criteria === null)
    return <p className="soft">How the criteria stood then was not kept with this one.</p>;
  return (
    <table className="tbl stack dense-table">
      <caption>The criteria as they stood when this was signed</caption>
      <Heads of={["Result", "Check", "What was found"]} />
      <tbody>
        {criteria.map((one) => (
          <tr key={`${one.group} ${one.title}`}>
            <td className="nw">
              <Verdict tone={CRITERION_TONES[one.status]}>{CRITERION_STATUS_LABELS[one.status]}</Verdict>
            </td>
            <th scope="row">
              {one.title}
              <span className="sub">{one.group}</span>
            </th>
            <td className="soft">{one.finding}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
