import { Missing } from "@/components/ui/missing";
import { Day } from "@/components/ui/moment";
import { Status, Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { healthShape } from "@/components/waves/wave-status";
import type { PackContent } from "@/lib/packs/schema";

/** The worst risks above appetite, with owner and next action. */
export function PackRisks({ risks, total }: { risks: PackContent["risks"]; total: number }) {
  if (risks.length === 0) return <p className="soft">No risk stands above appetite.</p>;
  return (
    <>
      <Tbl caption="Risks above appetite, the worst first" stack="plain">
        <Heads of={["Risk", "Domain", "Score", "Lives with", "Owner", "Next action", "Due"]} />
        <tbody>
          {risks.map((risk) => (
            <tr key={risk.code}>
              <th scope="row">
                {risk.code} {risk.title}
              </th>
              <td data-l="Domain:">{risk.domain ?? <Missing>no domain</Missing>}</td>
              <td data-l="Score:">{risk.score ?? <Missing>not scored</Missing>}</td>
              <td data-l="Lives with:">{risk.appetite ?? <Missing>not stated</Missing>}</td>
              <td data-l="Owner:">{risk.owner ?? <Missing>nobody</Missing>}</td>
              <td data-l="Next:">{risk.next === "" ? <Missing>none</Missing> : risk.next}</td>
              <td data-l="Due:">
                <Day on={risk.due} />
              </td>
            </tr>
          ))}
        </tbody>
      </Tbl>
      {total > risks.length ? (
        <p className="soft dense">{`The ${risks.length} worst of ${total} are listed.`}</p>
      ) : null}
    </>
  );
}

/** Every wave with its state, health and reason. */
export function PackWaves({ waves }: { waves: PackContent["waves"] }) {
  return (
    <Tbl caption="Waves" stack="plain">
      <Heads of={["Wave", "State", "Health", "Window", "Workloads"]} />
      <tbody>
        {waves.map((wave) => (
          <tr key={wave.number}>
            <th scope="row">
              {wave.number} {wave.name}
            </th>
            <td>{wave.state}</td>
            <td>
              {wave.health === null ? (
                <span className="mute">no longer judged</span>
              ) : (
                <>
                  <Status health={healthShape(wave.health)} />
                  {wave.reason === "" ? null : <span className="sub">{wave.reason}</span>}
                </>
              )}
            </td>
            <td>{wave.window ?? <Missing>no window</Missing>}</td>
            <td data-l="Workloads:">{wave.workloads ?? <Missing>not known</Missing>}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

/** Every open gate with its score, its signatures and why it does not hold. */
export function PackGates({ gates }: { gates: PackContent["gates"] }) {
  if (gates.length === 0) return <p className="soft">No gate is open.</p>;
  return (
    <Tbl caption="Open gates" stack="plain">
      <Heads of={["Gate", "Result", "Criteria", "Signatures", "Closes"]} />
      <tbody>
        {gates.map((gate) => (
          <tr key={`${gate.wave} ${gate.name}`}>
            <th scope="row">
              {`Wave ${gate.wave}, ${gate.name}`}
              {gate.reasons.length === 0 ? null : <span className="sub">{gate.reasons.join(" ")}</span>}
            </th>
            <td className="nw">
              {gate.holds ? (
                <Verdict tone="done">Holds</Verdict>
              ) : (
                <Verdict tone="risk">Does not hold</Verdict>
              )}
            </td>
            <td>{gate.score}</td>
            <td>
              {gate.signatures} {gate.signatures.startsWith("1 ") ? "holds" : "hold"}
              {gate.seats.map(({ capacity, name, state }) => (
                <span className="sub" key={capacity}>
                  {name === null ? capacity : `${name}, ${capacity}`}: {state.toLowerCase()}
                </span>
              ))}
            </td>
            <td data-l="Closes:">{gate.closes ?? <Missing>no time</Missing>}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

/** What drills have proven, by criticality. */
export function PackRecovery({ recovery }: { recovery: PackContent["recovery"] }) {
  return (
    <>
      <Tbl caption="Workloads by criticality and judgement" stack="plain">
        <Heads of={["Criticality", "Workloads", "Met", "Stale", "Unknown", "Never tested", "Missed"]} />
        <tbody>
          {recovery.rows.map((row) => (
            <tr key={row.criticality}>
              <th scope="row">{row.criticality}</th>
              <td data-l="Workloads:">{row.total}</td>
              <td data-l="Met:">{row.met}</td>
              <td data-l="Stale:">{row.stale}</td>
              <td data-l="Unknown:">{row.unknown}</td>
              <td data-l="Never tested:">{row.neverTested}</td>
              <td data-l="Missed:">{row.missed}</td>
            </tr>
          ))}
        </tbody>
      </Tbl>
      <p className="soft dense">{recovery.weighted}</p>
    </>
  );
}
