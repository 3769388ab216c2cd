import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { type Tone, Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { ACCEPTANCE_LABELS } from "@/lib/risks/labels";
import type { Acceptance, AcceptanceState } from "@/lib/risks/model/acceptance";
import type { Score } from "@/lib/risks/model/rating";
import { acceptanceState } from "@/lib/risks/rules/acceptance";

const TONES: Record<AcceptanceState, Tone> = {
  proposed: "unk",
  withdrawn: "done",
  lapsed: "off",
  refused: "off",
  revoked: "off",
  expired: "off",
  outgrown: "risk",
  in_force: "acc",
};

/** How an acceptance stands, in shape and word. */
export function AcceptanceStatus({ state }: { state: AcceptanceState }) {
  return <Verdict tone={TONES[state]}>{ACCEPTANCE_LABELS[state]}</Verdict>;
}

export type AcceptanceTableProps = {
  acceptances: readonly Acceptance[];
  score: Score | null;
  now: Date;
  /** Address of the risk. */
  base: string;
};

/** Every proposal and acceptance of a risk, the newest first. */
export function AcceptanceTable({ acceptances, score, now, base }: AcceptanceTableProps) {
  return (
    <Tbl caption="Acceptances, the newest first" stack="run">
      <Heads of={["Acceptance", "State", "Covers", "Proposed by", "Decided by"]} />
      <tbody>
        {acceptances.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link href={`${base}/acceptances/${one.id}`}>
                Until <Moment at={one.expiresAt} zone={one.zone} />
              </Link>
            </th>
            <td>
              <AcceptanceStatus state={acceptanceState(one, score, now)} />
            </td>
            <td data-l="covers">up to {one.upToScore}</td>
            <td data-l="proposed by">{one.proposedBy}</td>
            <td data-l="decided by">
              {one.decidedBy ?? (
                <span className="soft">{one.withdrawnAt ? "nobody: taken back" : "nobody yet"}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
