import { generateKeyPairSync, sign, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { type Checkpoint, GENESIS_HASH, type WitnessLine } from "../model";
import { checkpointText, hashOfLink } from "./chain-text";
import { type Expectations, openVerification, type StoredEvent, verifyChain } from "./verify-chain";

const CHAIN = "01900000-0000-7000-8000-000000000001";
const keys = generateKeyPairSync("ed25519");

describe("a chain that nobody touched", () => {
  it("is intact, and says how far witness and checkpoints reach", () => {
    const events = chainOf(6);
    const verdict = verifyChain(events, {
      ...bare(),
      witness: witnessOf(events, 5),
      checkpoints: [signed(events, 3)],
    });
    expect(verdict).toEqual({
      chain: CHAIN,
      events: 6,
      head: { seq: 6, hash: at(events, 6).hash, recordedAt: at(events, 6).recordedAt },
      witnessedTo: 5,
      checkpointedTo: 3,
      checkpoints: 1,
      fault: null,
    });
  });

  it("vouches for nothing without witness and checkpoints", () => {
    const verdict = verifyChain(chainOf(3), bare());
    expect(verdict).toMatchObject({ events: 3, witnessedTo: null, checkpointedTo: null, fault: null });
  });

  it("may be empty", () => {
    expect(verifyChain([], bare())).toMatchObject({ events: 0, head: null, fault: null });
  });

  it("hashes what the database hashes", () => {
    const link = {
      chain: CHAIN,
      seq: 1,
      recordedAt: "2026-11-21T12:00:00.000Z",
      body: '{"a":1}',
      prev: GENESIS_HASH,
    };
    expect(hashOfLink(link)).toBe("f64a9557bd45d3dc03d62a0ddaafa9b536d80c7fd9956c5105b695724a7a439e");
  });

  it("is read one event at a time: 100,000 events need the memory of one", { timeout: 60_000 }, () => {
    const verification = openVerification(bare());
    const body = bodyOf(1, "steady");
    let prev = GENESIS_HASH;
    for (let seq = 1; seq <= 100_000; seq += 1) {
      const link = { chain: CHAIN, seq, recordedAt: "2026-11-21T12:00:00.000Z", body, prev };
      prev = hashOfLink(link);
      verification.add({ ...link, hash: prev });
    }
    expect(verification.close()).toMatchObject({ events: 100_000, fault: null });
  });
});

describe("what an attacker does to six events, all of them witnessed", () => {
  const edits: [what: string, change: (events: StoredEvent[]) => StoredEvent[], kind: string, seq: number][] =
    [
      ["edits a body", (all) => replaced(all, 3, { body: bodyOf(3, "edited") }), "hash", 3],
      [
        "edits a body and its hash",
        (all) => replaced(all, 3, rehashed(at(all, 3), { body: bodyOf(3, "edited") })),
        "witness",
        3,
      ],
      ["edits a body and rebuilds all that follows", (all) => rebuilt(all, 3, "edited"), "witness", 3],
      [
        "edits a column alone",
        (all) => replaced(all, 4, { columns: { ...columnsOf(4), subjectId: "another" } }),
        "columns",
        4,
      ],
      [
        "takes another actor's name in a column",
        (all) => replaced(all, 4, { columns: { ...columnsOf(4), actorId: null } }),
        "columns",
        4,
      ],
      [
        "moves the recorded time",
        (all) => replaced(all, 2, { recordedAt: "2026-11-21T11:00:00.000Z" }),
        "hash",
        2,
      ],
      ["deletes an event", (all) => all.toSpliced(2, 1), "missing", 3],
      ["deletes the first", (all) => all.slice(1), "missing", 1],
      [
        "deletes an event and renumbers",
        (all) => all.toSpliced(2, 1).map((event, index) => ({ ...event, seq: index + 1 })),
        "previous",
        3,
      ],
      [
        "swaps two events",
        (all) => [...all.slice(0, 2), at(all, 4), at(all, 3), ...all.slice(4)],
        "missing",
        3,
      ],
      ["repeats an event", (all) => all.toSpliced(3, 0, at(all, 3)), "order", 4],
      ["inserts an event", (all) => rebuilt(all.toSpliced(3, 0, at(all, 3)), 4, "inserted"), "witness", 4],
      [
        "brings an event of another chain",
        (all) => replaced(all, 5, { chain: CHAIN.replace("1", "2") }),
        "other-chain",
        5,
      ],
      ["replaces the text of an event by other text", (all) => rebuilt(all, 2, "x", "{}"), "body", 2],
      ["cuts the end", (all) => all.slice(0, 4), "cut", 5],
      ["cuts everything", () => [], "cut", 1],
      [
        "restores an older state and goes on from there",
        (all) => rebuilt(all, 5, "after the restore"),
        "witness",
        5,
      ],
    ];

  it.each(edits)("%s: found, the first bad event named", (_what, change, kind, seq) => {
    const events = chainOf(6);
    const { fault } = verifyChain(change([...events]), { ...bare(), witness: witnessOf(events, 6) });
    expect(fault).toMatchObject({ kind, seq });
    expect(fault?.message).toContain(String(seq));
  });

  it.each(edits.filter(([, , kind]) => kind === "witness" || kind === "cut"))(
    "%s: a signed checkpoint finds it too",
    (_what, change) => {
      const events = chainOf(6);
      const { fault } = verifyChain(change([...events]), { ...bare(), checkpoints: [signed(events, 6)] });
      expect(fault).not.toBeNull();
    },
  );

  it("finds nothing beyond the last witness, which the documentation admits", () => {
    const events = chainOf(6);
    const { fault } = verifyChain(events.slice(0, 5), { ...bare(), witness: witnessOf(events, 5) });
    expect(fault).toBeNull();
  });

  it("says between which events the change lies when only some heads were noted", () => {
    const events = chainOf(6);
    const witness = witnessOf(events, 6).filter(({ seq }) => seq === 2 || seq === 6);
    const { fault } = verifyChain(rebuilt(events, 4, "edited"), { ...bare(), witness });
    expect(fault).toMatchObject({ kind: "witness", seq: 6 });
    expect(fault?.message).toContain("between event 3 and event 6");
  });

  it("finds a restored state by a witness that noted one place twice", () => {
    const before = chainOf(6);
    const after = rebuilt(before, 5, "after the restore");
    const witness = [...witnessOf(before, 6), ...witnessOf(after, 6)];
    expect(verifyChain(after, { ...bare(), witness }).fault).toMatchObject({ kind: "witness", seq: 5 });
  });
});

describe("checkpoints", () => {
  const cases: [what: string, change: (checkpoint: Checkpoint) => Checkpoint, kind: string][] = [
    ["another hash", (checkpoint) => ({ ...checkpoint, hash: GENESIS_HASH }), "signature"],
    ["another reason", (checkpoint) => ({ ...checkpoint, reason: "forged" }), "signature"],
    ["no signature", (checkpoint) => ({ ...checkpoint, signature: "" }), "signature"],
    ["another key", (checkpoint) => ({ ...checkpoint, keyId: "b".repeat(64) }), "key"],
  ];
  it.each(cases)("with %s are refused at their event", (_what, change, kind) => {
    const events = chainOf(4);
    const checkpoints = [change(signed(events, 2)), signed(events, 4)];
    expect(verifyChain(events, { ...bare(), checkpoints }).fault).toMatchObject({ kind, seq: 2 });
  });
});

describe("laws", () => {
  const length = fc.integer({ min: 1, max: 12 });

  it("a chain as it was built is intact under its own witness", () => {
    fc.assert(
      fc.property(length, fc.string(), (count, word) => {
        const events = chainOf(count, word);
        const verdict = verifyChain(events, { ...bare(), witness: witnessOf(events, count) });
        expect(verdict).toMatchObject({ fault: null, events: count, witnessedTo: count });
      }),
    );
  });

  it("any other sequence of the same events is found", () => {
    fc.assert(
      fc.property(length, fc.infiniteStream(fc.nat()), (count, numbers) => {
        const events = chainOf(count);
        const picks = [...numbers.take(count)].map((number) => at(events, (number % count) + 1));
        fc.pre(picks.some((event, index) => event !== events[index]));
        const { fault } = verifyChain(picks, { ...bare(), witness: witnessOf(events, count) });
        const firstWrong = picks.findIndex((event, index) => event !== events[index]) + 1;
        expect(fault?.seq).toBeLessThanOrEqual(firstWrong);
      }),
    );
  });

  it("rebuilding from any event on is found at that event, for every chain", () => {
    fc.assert(
      fc.property(length, fc.nat(), (count, number) => {
        const from = (number % count) + 1;
        const events = chainOf(count);
        const { fault } = verifyChain(rebuilt(events, from, "edited"), {
          ...bare(),
          witness: witnessOf(events, count),
        });
        expect(fault).toMatchObject({ kind: "witness", seq: from });
      }),
    );
  });

  it("one changed character of what is hashed is found at its event", () => {
    fc.assert(
      fc.property(
        length,
        fc.nat(),
        fc.constantFrom("body", "recordedAt", "prev", "hash"),
        (count, number, field) => {
          const seq = (number % count) + 1;
          const events = chainOf(count);
          const changed = replaced(events, seq, { [field]: flipped(at(events, seq)[field], number) });
          expect(verifyChain(changed, bare()).fault?.seq).toBe(seq);
        },
      ),
    );
  });
});

function chainOf(count: number, word = "as written"): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (let seq = 1; seq <= count; seq += 1)
    events.push(eventAfter(events.at(-1)?.hash ?? GENESIS_HASH, seq, word));
  return events;
}

function eventAfter(prev: string, seq: number, word: string, body = bodyOf(seq, word)): StoredEvent {
  const minute = String(Math.min(59, seq)).padStart(2, "0");
  const link = { chain: CHAIN, seq, recordedAt: `2026-11-21T12:${minute}:00.000Z`, body, prev };
  return { ...link, hash: hashOfLink(link), columns: columnsOf(seq) };
}

function bodyOf(seq: number, word: string): string {
  return canonicalJson({
    action: "workload.changed",
    actor: { id: "u1", name: "Priya Raman", role: "platform_engineer", via: "browser" },
    after: { purpose: word },
    backfill: null,
    before: { purpose: null },
    note: null,
    occurredAt: "2026-11-21T12:00:00.000Z",
    requestId: "r1",
    subject: { id: `w${seq}`, label: "Tilbury WMS", type: "workload" },
  });
}

function columnsOf(seq: number) {
  return {
    action: "workload.changed",
    actorId: "u1",
    subjectType: "workload",
    subjectId: `w${seq}`,
    occurredAt: "2026-11-21T12:00:00.000Z",
  };
}

/** From `seq` on everything is hashed anew over changed content, as somebody with the whole database can. */
function rebuilt(events: readonly StoredEvent[], seq: number, word: string, body?: string): StoredEvent[] {
  const kept = events.slice(0, seq - 1);
  for (let next = seq; next <= events.length; next += 1)
    kept.push(eventAfter(kept.at(-1)?.hash ?? GENESIS_HASH, next, word, next === seq ? body : undefined));
  return kept;
}

function replaced(events: readonly StoredEvent[], seq: number, change: Partial<StoredEvent>): StoredEvent[] {
  return events.map((event) => (event.seq === seq ? { ...event, ...change } : event));
}

function rehashed(event: StoredEvent, change: Partial<StoredEvent>): StoredEvent {
  const changed = { ...event, ...change };
  return { ...changed, hash: hashOfLink(changed) };
}

function flipped(text: string, number: number): string {
  const place = number % text.length;
  return `${text.slice(0, place)}${text[place] === "7" ? "8" : "7"}${text.slice(place + 1)}`;
}

function at(events: readonly StoredEvent[], seq: number): StoredEvent {
  const event = events[seq - 1];
  if (event === undefined) throw new Error(`there is no event ${seq}`);
  return event;
}

function witnessOf(events: readonly StoredEvent[], upTo: number): WitnessLine[] {
  return events
    .slice(0, upTo)
    .map(({ chain, seq, hash, recordedAt }) => ({ chain, seq, hash, at: recordedAt }));
}

function signed(events: readonly StoredEvent[], seq: number): Checkpoint {
  const { chain, hash } = at(events, seq);
  const statement = { chain, seq, hash, signedAt: "2026-11-21T13:00:00.000Z", reason: "Gate decision" };
  const signature = sign(null, Buffer.from(checkpointText(statement)), keys.privateKey).toString("base64");
  return { ...statement, keyId: "a".repeat(64), signature };
}

function bare(): Expectations {
  return {
    chain: CHAIN,
    witness: [],
    checkpoints: [],
    checkSignature: (checkpoint) => {
      if (checkpoint.keyId !== "a".repeat(64)) return "other-key";
      const text = Buffer.from(checkpointText(checkpoint));
      return verify(null, text, keys.publicKey, Buffer.from(checkpoint.signature, "base64")) ? "good" : "bad";
    },
  };
}
