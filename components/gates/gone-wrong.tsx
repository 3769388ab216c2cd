import { Moment } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import type { GateFacts } from "@/lib/gates/model/facts";
import { lastMomentToGoBack, promisedRecovery } from "@/lib/gates/rules/agreement";
import { formatMinutes } from "@/lib/kernel/minutes";

const PROMISED = "Promised; what drills have proven stands under Recovery";

/** The last moment to go back, and what was promised for the worst case; unknown is drawn. */
export function GoneWrong({ facts, zone }: { facts: GateFacts; zone: string }) {
  const last = lastMomentToGoBack(facts);
  const { rto, rpo } = promisedRecovery(facts);
  return (
    <dl className="split">
      <div>
        <dt className="small mute">Last moment to go back</dt>
        <dd className="big3">{last ? <Moment at={last} zone={zone} /> : <Unknown />}</dd>
        <dd className="dense soft">
          {facts.wave.rollbackMinutes === null
            ? "Nobody has said how long going back takes"
            : `Going back takes ${formatMinutes(facts.wave.rollbackMinutes)}`}
        </dd>
      </div>
      <div>
        <dt className="small mute">Back in service</dt>
        <dd className="big3">{rto === null ? <Unknown /> : `within ${formatMinutes(rto)}`}</dd>
        <dd className="dense soft">{rto === null ? "A target is missing" : PROMISED}</dd>
      </div>
      <div>
        <dt className="small mute">Entries lost</dt>
        <dd className="big3">{rpo === null ? <Unknown /> : `at most ${formatMinutes(rpo)}`}</dd>
        <dd className="dense soft">{rpo === null ? "A target is missing" : PROMISED}</dd>
      </div>
    </dl>
  );
}

function Unknown() {
  return <Verdict tone="unk">Unknown</Verdict>;
}
