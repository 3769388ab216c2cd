import { acceptsOutOfTheInbox, proposesToAccept } from "./coast/acceptance";
import { addMember, BEN, EVE, foundCoast, givePassword, MARA, test } from "./coast/people";
import { findsEverythingThere, startsFromPlaybook, takesTheChecklist } from "./coast/playbook";
import { movesAWindowBesideAnother, setsAWindow } from "./coast/replanning";
import { givesRightsForATime, usesAndEndsThem } from "./coast/rights";
import { declines, lendsTheSeat, opensAGate, signsOutOfTheInbox } from "./coast/signing";

// A program of its own, from its founding on; each part goes on from the one before.
// Two browsers and a dozen pages in a part take their time on two slow processors.
test.describe.configure({ mode: "serial", timeout: 240_000 });
test.beforeAll(foundCoast);

test("an empty program is started from a playbook, and people come", async ({ desk }) => {
  const manager = await desk(MARA);
  await startsFromPlaybook(manager);
  await findsEverythingThere(manager);
  await addMember(manager, BEN);
  await addMember(manager, EVE);
  givePassword(BEN);
  givePassword(EVE);
});

test("a window is set where the calendar lets it, and a gate asks for a signature", async ({ desk }) => {
  const manager = await desk(MARA);
  await takesTheChecklist(manager);
  await setsAWindow(manager);
  await opensAGate(manager);
});

test("the signature waits in the inbox, and the password decides whose it is", async ({ desk }) => {
  await signsOutOfTheInbox(await desk(BEN));
});

test("of two who move a window the second is told, and what was signed is stale", async ({ desk }) => {
  await movesAWindowBesideAnother(await desk(MARA), await desk(MARA));
});

test("rights are given for a time, used, and ended by whoever has them", async ({ desk }) => {
  const owner = await desk(BEN);
  await givesRightsForATime(await desk(MARA), owner);
  await usesAndEndsThem(owner);
});

test("a deputy signs with both names until the seat is taken back", async ({ desk }) => {
  await lendsTheSeat(await desk(BEN), await desk(EVE));
});

test("the holder declines, and the reason stands where others look", async ({ desk }) => {
  await declines(await desk(BEN), await desk(MARA));
});

test("a risk is accepted by somebody else than who proposed it", async ({ desk }) => {
  await acceptsOutOfTheInbox(await desk(EVE), await proposesToAccept(await desk(MARA)));
});
