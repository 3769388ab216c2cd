import "server-only";
import { cache } from "react";
import type { Actor } from "@/lib/access/model";
import { type Tx, withActor } from "@/lib/db/transaction";
import { type TrailEvent, type TrailHead, trailHead, trailSince } from "./trail-since";

/** An answer, and the first instant at which the clock alone makes it another; null where none does. */
export type Told<Value> = { value: Value; until: Date | null };

type Question<Asked, Value> = {
  /** Everything that the answer depends on but the program, its rows and the clock. */
  keyOf: (asked: Asked) => string;
  /** Whether the answer may be another after an event: false only where that is certain. */
  touchedBy: (event: TrailEvent, asked: Asked) => boolean;
  read: (tx: Tx, programId: string, asked: Asked, now: Date) => Promise<Told<Value>>;
};

type Kept<Value> = Told<Value> & { head: TrailHead; from: Date };

const MOST_KEPT = 500;

/**
 * Asks a question that all members of a program are answered alike, and keeps the answer in this process until an event that
 * may touch it stands in the program's trail, or until the instant at which the clock makes it another. Who may not see the
 * trail (partners, who see other rows too) is answered anew each time. Whoever asks has checked the right.
 */
export function keeper<Asked, Value>(question: Question<Asked, Value>) {
  const kept = new Map<string, Kept<Value>>();
  return async (actor: Actor, asked: Asked, now: Date): Promise<Value> => {
    const key = `${actor.programId} ${question.keyOf(asked)}`;
    const { head, since } = trailOf(actor);
    // read before the answer: what is written meanwhile gives the trail a later head
    const at = await head;
    const known = kept.get(key);
    if (at !== null && known !== undefined && isOf(known, now)) {
      const events = known.head.hash === at.hash ? [] : await since(known.head);
      if (events !== null && !events.some((event) => question.touchedBy(event, asked))) {
        keep(kept, key, { ...known, head: at });
        return known.value;
      }
    }
    const told = await withActor(actor, (tx) => question.read(tx, actor.programId, asked, now));
    if (at !== null) keep(kept, key, { ...told, head: at, from: now });
    return told.value;
  };
}

/** An answer is of no earlier moment than the one at which it was read, and of none at which the clock has made it another. */
function isOf({ from, until }: { from: Date; until: Date | null }, now: Date): boolean {
  return from <= now && (until === null || now < until);
}

/** What was asked last stays longest. */
function keep<Value>(kept: Map<string, Kept<Value>>, key: string, fresh: Kept<Value>): void {
  kept.delete(key);
  kept.set(key, fresh);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
}

/** The head of a program's trail and what stands there since another, each asked once in a request. */
const trailOf = cache((actor: Actor) => {
  const grown = new Map<string, Promise<TrailEvent[] | null>>();
  return {
    head: withActor(actor, (tx) => trailHead(tx, actor.programId)),
    since(then: TrailHead): Promise<TrailEvent[] | null> {
      const read = grown.get(then.hash) ?? withActor(actor, (tx) => trailSince(tx, actor.programId, then));
      grown.set(then.hash, read);
      return read;
    },
  };
});
