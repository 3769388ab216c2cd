import type { ReactNode } from "react";
import { Digest, Moment } from "@/components/ui/moment";
import { type Fact, Facts } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import type { ChainStanding } from "@/lib/audit/model";
import { counted, formatCount } from "@/lib/kernel/text";

/** Four facts that say how far the trail is vouched for; what is unknown is drawn as unknown. */
export function IntegrityFacts({ standing, zone }: { standing: ChainStanding; zone: string }) {
  const facts: Fact[] = [
    { label: "Chain", value: <ChainFact standing={standing} /> },
    { label: "Last signed checkpoint", value: <CheckpointFact standing={standing} zone={zone} /> },
    { label: "Witness outside the database", value: <WitnessFact standing={standing} zone={zone} /> },
    { label: "Fingerprint of the signing key", value: <KeyFact standing={standing} /> },
  ];
  return <Facts facts={facts} />;
}

/** One sentence about the last verification. */
export function VerifiedSentence({ standing, zone }: { standing: ChainStanding; zone: string }): ReactNode {
  const { verified } = standing;
  if (verified === null) return <Verdict tone="unk">Not verified yet on this page.</Verdict>;
  const when = <Moment at={verified.at} zone={zone} />;
  if (!verified.intact)
    return (
      <Verdict tone="off" wrap>
        Found not intact by {verified.by}, {when}.
      </Verdict>
    );
  return (
    <Verdict tone="ok" wrap>
      Found intact by {verified.by}, {when}
      {verified.events === null ? "" : `, ${counted(verified.events, "event")}`}.
    </Verdict>
  );
}

function ChainFact({ standing: { events, head } }: { standing: ChainStanding }) {
  return (
    <>
      <p className="big">{counted(events, "event")}</p>
      {head === null ? (
        <span className="mute">Nothing is recorded yet.</span>
      ) : (
        <Digest hex={head.hash} label="Hash of the last" />
      )}
    </>
  );
}

function CheckpointFact({ standing: { checkpoint, head }, zone }: { standing: ChainStanding; zone: string }) {
  if (checkpoint === null) return <Verdict tone="unk">None signed yet</Verdict>;
  const since = (head?.seq ?? checkpoint.seq) - checkpoint.seq;
  return (
    <>
      <p className="big">Event {formatCount(checkpoint.seq)}</p>
      <p className="small">
        <Moment at={checkpoint.signedAt} zone={zone} />
      </p>
      <p className="small mute">
        {checkpoint.reason}.{" "}
        {since === 0 ? "Nothing was recorded since." : `${counted(since, "event")} recorded since.`}
      </p>
    </>
  );
}

function WitnessFact({ standing: { witness }, zone }: { standing: ChainStanding; zone: string }) {
  if (witness === null)
    return (
      <Verdict tone="unk" wrap>
        Nothing is noted there
      </Verdict>
    );
  return (
    <>
      <p className="big">Event {formatCount(witness.seq)}</p>
      <p className="small">
        {witness.agrees ? (
          <Verdict tone="ok" wrap>
            The same as in the chain
          </Verdict>
        ) : (
          <Verdict tone="off" wrap>
            Not in the chain: it was changed or cut
          </Verdict>
        )}
      </p>
      <p className="small mute">
        Noted <Moment at={witness.at} zone={zone} />
      </p>
    </>
  );
}

function KeyFact({ standing: { keyId } }: { standing: ChainStanding }) {
  if (keyId === null)
    return (
      <Verdict tone="unk" wrap>
        The key cannot be read
      </Verdict>
    );
  return (
    <>
      <Digest hex={keyId} label={null} />
      <p className="small mute">
        Keep it outside Wavegate: an export is only worth what this fingerprint is.
      </p>
    </>
  );
}
