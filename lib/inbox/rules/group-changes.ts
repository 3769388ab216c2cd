import type { ChangedGroup, OwnedChange } from "../model";

/** Changes by what they are about, the subject with the newest change first; within it the newest first. */
export function groupChanges(changes: readonly OwnedChange[]): ChangedGroup[] {
  const groups = new Map<string, OwnedChange[]>();
  for (const change of [...changes].sort((one, other) => other.event.seq - one.event.seq)) {
    const key = `${change.type} ${change.id}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((found) => {
    const [newest] = found;
    if (newest === undefined) return [];
    const { type, id, label, href, why, event } = newest;
    const unread = found.filter((change) => change.unread).length;
    return [{ type, id, label, href, why, changes: found, unread, upTo: event.seq }];
  });
}
