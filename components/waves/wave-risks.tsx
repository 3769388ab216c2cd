import { Link } from "@/components/ui/link";
import { Score } from "@/components/ui/measure";
import { Missing } from "@/components/ui/missing";
import { EmptyState } from "@/components/ui/states";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { formatDay } from "@/lib/kernel/moments";
import type { WaveRisk } from "@/lib/waves/model/wave";

/** Open risks of the wave and its workloads; above appetite first, then what is accepted or unknown. */
export function WaveRisks({
  risks,
  program,
  zone,
}: {
  risks: readonly WaveRisk[];
  program: string;
  /** The program's. */
  zone: string;
}) {
  if (risks.length === 0) {
    return (
      <EmptyState title="No open risk touches this wave">
        Risks that are linked to the wave or to one of its workloads stand here while they are open.
      </EmptyState>
    );
  }
  return (
    <Tbl caption="Open risks of the wave and its workloads" stack="cards">
      <Heads of={["Risk", "Score", "Against appetite", "Owner", "Concerns"]} />
      <tbody>
        {risks.map((risk) => (
          <tr key={risk.code}>
            <th scope="row">
              <Link href={`${program}/risks/${risk.code}`}>
                <span className="mute nw">{risk.code}</span> {risk.title}
              </Link>
            </th>
            <td className="hl">
              <Score score={risk.score} level={risk.level} note={risk.older ? "older scale" : undefined} />
            </td>
            <td>
              <Standing risk={risk} zone={zone} />
            </td>
            <td data-l="Owner:">{risk.owner ?? <Missing>no owner</Missing>}</td>
            <td data-l="Concerns:">{risk.about}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function Standing({ risk, zone }: { risk: WaveRisk; zone: string }) {
  if (risk.standing === "above") {
    return (
      <Verdict
        tone="off"
        wrap
      >{`Above the appetite of ${risk.appetite} for ${risk.domain ?? "its domain"}`}</Verdict>
    );
  }
  if (risk.standing === "accepted" && risk.acceptedUntil !== null) {
    const until = formatDay(risk.acceptedUntil, zone);
    return (
      <Verdict tone="acc" wrap>{`Above the appetite of ${risk.appetite}, accepted until ${until}`}</Verdict>
    );
  }
  if (risk.standing === "within")
    return <Verdict tone="ok">{`Within the appetite of ${risk.appetite}`}</Verdict>;
  return (
    <Verdict tone="unk" wrap>
      {whyUnknown(risk)}
    </Verdict>
  );
}

function whyUnknown({ score, appetite, older }: WaveRisk): string {
  if (score === null) return "Not scored";
  return older && appetite !== null ? "Scored in an older scale" : "No appetite to hold it against";
}
