import { Fragment, type ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { PhoneFold } from "@/components/ui/phone-fold";
import { Verdict } from "@/components/ui/status";
import { Heads } from "@/components/ui/table";
import { CRITERION_STATUS_LABELS } from "@/lib/gates/labels";
import type { JudgedCriterion } from "@/lib/gates/model/judged";
import { formatDate } from "@/lib/kernel/moments";
import { dateIn } from "@/lib/kernel/time";
import { CRITERION_TONES } from "./criterion-tones";

type Props = {
  criteria: readonly JudgedCriterion[];
  /** What a person may do about a criterion: attest, waive; null for nothing. */
  actionFor: (criterion: JudgedCriterion) => ReactNode;
  /** Address of the list of evidence. */
  evidencePath: string;
};

/** What fails first, each with what it means; what is met folded away below. */
export function TestedTable({ criteria, ...rest }: Props) {
  const open = criteria.filter((one) => one.status !== "met");
  const met = criteria.filter((one) => one.status === "met");
  return (
    <>
      {open.length > 0 ? <CriteriaTable criteria={open} {...rest} /> : null}
      {met.length > 0 ? (
        <PhoneFold
          open={open.length === 0}
          className="met-fold"
          summary={`${met.length} ${met.length === 1 ? "check" : "checks"} met`}
        >
          <CriteriaTable criteria={met} {...rest} />
        </PhoneFold>
      ) : null}
    </>
  );
}

function CriteriaTable({ criteria, actionFor, evidencePath }: Props) {
  return (
    <table className="tbl roomy stack">
      <Heads of={["Result", "Check", "What was found"]} />
      <tbody>
        {criteria.map((criterion) => (
          <tr key={criterion.id}>
            <td className="nw">
              <Verdict tone={CRITERION_TONES[criterion.status]}>
                {CRITERION_STATUS_LABELS[criterion.status]}
              </Verdict>
            </td>
            <th scope="row">
              {criterion.title}
              <span className="sub">
                {criterion.source === "computed" ? "Checked by the system" : "Attested by a person"}
              </span>
            </th>
            <td className="soft">
              {criterion.finding}
              {criterion.status === "met" ? null : <span className="sub">{criterion.meaning}.</span>}
              <Backing criterion={criterion} />
              <Rests criterion={criterion} path={evidencePath} />
              {actionFor(criterion)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Backing({ criterion }: { criterion: JudgedCriterion }) {
  const { attestation, waiver, status } = criterion;
  return (
    <>
      {attestation ? (
        <span className="sub">
          {attestation.userName} says so.{" "}
          {attestation.evidenceUrl ? (
            <Link href={attestation.evidenceUrl} rel="noreferrer noopener" target="_blank">
              Evidence (opens in a new tab)
            </Link>
          ) : criterion.evidence.length === 0 ? (
            "No evidence is linked."
          ) : null}
        </span>
      ) : null}
      {waiver && (status === "not_met" || status === "unknown") ? (
        <span className="sub">
          The waiver of {waiver.grantedBy} ended {formatDate(dateIn("UTC", waiver.expiresAt))}.
        </span>
      ) : null}
      {waiver && status === "waived" ? (
        <span className="sub">
          Waived by {waiver.grantedBy} until {formatDate(dateIn("UTC", waiver.expiresAt))}: {waiver.reason}
        </span>
      ) : null}
    </>
  );
}

/** The evidence that is attached, as it is signed: each by its newest revision. */
function Rests({ criterion, path }: { criterion: JudgedCriterion; path: string }) {
  if (criterion.evidence.length === 0) return null;
  return (
    <span className="sub">
      Rests on{" "}
      {criterion.evidence.map(({ id, title, revision }, at) => (
        <Fragment key={id}>
          {at === 0 ? "" : ", "}
          <Link href={`${path}/${id}`}>{title}</Link> (revision {revision})
        </Fragment>
      ))}
    </span>
  );
}
