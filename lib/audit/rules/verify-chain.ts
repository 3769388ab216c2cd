import { type ChainLink, type Checkpoint, GENESIS_HASH, type WitnessLine } from "../model";
import { hashOfLink } from "./chain-text";
import { readBody } from "./read-body";

/** What the table keeps beside the hashed text, so that it can be searched; it must say the same. */
export type EventColumns = {
  action: string;
  actorId: string | null;
  subjectType: string;
  subjectId: string;
  occurredAt: string;
};

/** An event as it is verified; `columns` is absent in an export. */
export type StoredEvent = ChainLink & { columns?: EventColumns };

export type FaultKind =
  | "missing"
  | "order"
  | "other-chain"
  | "previous"
  | "hash"
  | "body"
  | "columns"
  | "clock"
  | "witness"
  | "checkpoint"
  | "signature"
  | "key"
  | "cut";

/** The first event that cannot be trusted, and why, as a sentence. */
export type Fault = { kind: FaultKind; seq: number; message: string };

export type SignatureCheck = (checkpoint: Checkpoint) => "good" | "bad" | "other-key";

/** What is known of a chain from outside its table. */
export type Expectations = {
  chain: string;
  witness: readonly WitnessLine[];
  checkpoints: readonly Checkpoint[];
  checkSignature: SignatureCheck;
};

export type ChainVerdict = {
  chain: string;
  /** How many events were read before the end or the fault. */
  events: number;
  head: { seq: number; hash: string; recordedAt: string } | null;
  /** The last event that the witness file, or a signed checkpoint, vouches for; null when none does. */
  witnessedTo: number | null;
  checkpointedTo: number | null;
  checkpoints: number;
  fault: Fault | null;
};

export type Verification = {
  /** Takes the next event; answers the fault, once there is one, and ignores what follows it. */
  add: (event: StoredEvent) => Fault | null;
  close: () => ChainVerdict;
};

type Head = { seq: number; hash: string; recordedAt: string };

/** Verifies a chain one event at a time, so that a chain of any length needs the memory of one event. */
export function openVerification(expected: Expectations): Verification {
  const witness = witnessBySeq(expected.witness);
  const checkpoints = checkpointsBySeq(expected.checkpoints);
  const verdict: ChainVerdict = {
    chain: expected.chain,
    events: 0,
    head: null,
    witnessedTo: null,
    checkpointedTo: null,
    checkpoints: expected.checkpoints.length,
    fault: null,
  };

  function add(event: StoredEvent): Fault | null {
    if (verdict.fault !== null) return verdict.fault;
    const noted = witness.get(event.seq) ?? [];
    const signed = checkpoints.get(event.seq) ?? [];
    verdict.fault =
      linkFault(event, verdict.head, expected.chain) ??
      bodyFault(event) ??
      witnessFault(event, noted, verdict.witnessedTo) ??
      checkpointFault(event, signed, expected.checkSignature);
    if (verdict.fault !== null) return verdict.fault;
    verdict.events += 1;
    verdict.head = { seq: event.seq, hash: event.hash, recordedAt: event.recordedAt };
    if (noted.length > 0) verdict.witnessedTo = event.seq;
    if (signed.length > 0) verdict.checkpointedTo = event.seq;
    return null;
  }

  function close(): ChainVerdict {
    verdict.fault ??= cutFault(verdict.head, witness.keys(), checkpoints.keys());
    return { ...verdict };
  }

  return { add, close };
}

/** Verifies a chain that is in memory as a whole. */
export function verifyChain(events: readonly StoredEvent[], expected: Expectations): ChainVerdict {
  const verification = openVerification(expected);
  for (const event of events) verification.add(event);
  return verification.close();
}

/** Two different hashes for one place are both kept: one of them will not fit. */
function witnessBySeq(lines: readonly WitnessLine[]): Map<number, string[]> {
  const bySeq = new Map<number, string[]>();
  for (const { seq, hash } of lines) {
    const noted = bySeq.get(seq);
    if (noted === undefined) bySeq.set(seq, [hash]);
    else if (!noted.includes(hash)) noted.push(hash);
  }
  return bySeq;
}

function checkpointsBySeq(checkpoints: readonly Checkpoint[]): Map<number, Checkpoint[]> {
  const bySeq = new Map<number, Checkpoint[]>();
  for (const checkpoint of checkpoints) {
    const there = bySeq.get(checkpoint.seq);
    if (there === undefined) bySeq.set(checkpoint.seq, [checkpoint]);
    else there.push(checkpoint);
  }
  return bySeq;
}

function linkFault(event: StoredEvent, head: Head | null, chain: string): Fault | null {
  const next = (head?.seq ?? 0) + 1;
  const { seq } = event;
  if (event.chain !== chain) return fault("other-chain", next, `Event ${seq} belongs to another chain.`);
  if (seq > next)
    return fault("missing", next, `Event ${next} is missing: event ${seq} stands in its place.`);
  if (seq < next)
    return fault("order", next, `Event ${seq} stands where event ${next} belongs: out of order or twice.`);
  if (event.prev !== (head?.hash ?? GENESIS_HASH))
    return fault(
      "previous",
      seq,
      `Event ${seq} does not follow the event before it: one of the two was changed.`,
    );
  if (event.hash !== hashOfLink(event))
    return fault("hash", seq, `Event ${seq} was changed: its content does not give its hash.`);
  if (head !== null && event.recordedAt < head.recordedAt)
    return fault("clock", seq, `Event ${seq} was recorded earlier than the event before it.`);
  return null;
}

function bodyFault(event: StoredEvent): Fault | null {
  const { columns, seq } = event;
  const body = readBody(event.body);
  if (body === null) return fault("body", seq, `Event ${seq} does not hold the text of an event.`);
  if (columns === undefined) return null;
  const differing = [
    ["action", columns.action, body.action],
    ["actor", columns.actorId, body.actor.id],
    ["subject type", columns.subjectType, body.subject.type],
    ["subject", columns.subjectId, body.subject.id],
    ["time it happened", columns.occurredAt, body.occurredAt],
  ].flatMap(([name, column, said]) => (column === said ? [] : [name]));
  if (differing.length === 0) return null;
  return fault(
    "columns",
    seq,
    `Event ${seq} is listed under another ${differing.join(" and ")} than it says.`,
  );
}

function witnessFault(
  event: StoredEvent,
  noted: readonly string[],
  witnessedTo: number | null,
): Fault | null {
  if (noted.every((hash) => hash === event.hash)) return null;
  const from = (witnessedTo ?? 0) + 1;
  const where =
    from < event.seq ? ` What was changed lies between event ${from} and event ${event.seq}.` : "";
  const message = `Event ${event.seq} is not the one that the witness file noted.${where}`;
  return fault("witness", event.seq, message);
}

function checkpointFault(
  event: StoredEvent,
  signed: readonly Checkpoint[],
  check: SignatureCheck,
): Fault | null {
  for (const checkpoint of signed) {
    const { seq } = event;
    const signature = check(checkpoint);
    if (signature === "other-key")
      return fault("key", seq, `The checkpoint at event ${seq} names another key than the trusted one.`);
    if (signature === "bad")
      return fault("signature", seq, `The checkpoint at event ${seq} carries a signature that does not fit.`);
    if (checkpoint.hash !== event.hash || checkpoint.chain !== event.chain)
      return fault(
        "checkpoint",
        seq,
        `Event ${seq} is not the one that was signed at ${checkpoint.signedAt}.`,
      );
  }
  return null;
}

function cutFault(head: Head | null, witnessed: Iterable<number>, signed: Iterable<number>): Fault | null {
  const last = head?.seq ?? 0;
  const seenBy = (seqs: Iterable<number>) => [...seqs].reduce((most, seq) => Math.max(most, seq), 0);
  const noted = seenBy(witnessed);
  const pinned = seenBy(signed);
  const furthest = Math.max(noted, pinned);
  if (furthest <= last) return null;
  const who = noted >= pinned ? "the witness file noted" : "a signed checkpoint names";
  const message = `Event ${last + 1} is missing: the chain ends at ${last}, ${who} event ${furthest}. The end was cut off, or an older state was put back.`;
  return fault("cut", last + 1, message);
}

function fault(kind: FaultKind, seq: number, message: string): Fault {
  return { kind, seq, message };
}
