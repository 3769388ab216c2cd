import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { changeAsset } from "@/lib/assets/commands/change-asset";
import { createAsset } from "@/lib/assets/commands/create-asset";
import { getAsset } from "@/lib/assets/queries/assets";
import { changeComment } from "@/lib/comments/commands/change-comment";
import { writeComment } from "@/lib/comments/commands/write-comment";
import { changeDependency } from "@/lib/dependencies/commands/change-dependency";
import { recordDependency } from "@/lib/dependencies/commands/record-dependency";
import { removeDependency } from "@/lib/dependencies/commands/remove-dependency";
import { getLink } from "@/lib/dependencies/queries/links";
import { discardImport } from "@/lib/exchange/commands/discard-import";
import { openGate } from "@/lib/gates/commands/open-gate";
import { builtInTemplate } from "@/lib/gates/rules/built-in-templates";
import { changeProcess } from "@/lib/processes/commands/change-process";
import { createProcess } from "@/lib/processes/commands/create-process";
import { getProcess } from "@/lib/processes/queries/processes";
import { answerQuestion } from "@/lib/questions/commands/answer-question";
import { changeTrust } from "@/lib/questions/commands/change-trust";
import { listSources } from "@/lib/questions/queries/sources";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { changeRisk } from "@/lib/risks/commands/change-risk";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { saveRiskDomain } from "@/lib/risks/commands/save-risk-domain";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { changeSite } from "@/lib/sites/commands/change-site";
import { createSite } from "@/lib/sites/commands/create-site";
import { serveSite } from "@/lib/sites/commands/serve-site";
import { getServedSites, getSite } from "@/lib/sites/queries/sites";
import { createWave } from "@/lib/waves/commands/create-wave";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import { saveTier } from "@/lib/workloads/commands/save-tier";
import { workloadName } from "@/lib/workloads/queries/lookup";
import { listTiers } from "@/lib/workloads/queries/options";
import { getWorkload } from "@/lib/workloads/queries/workload";
import { previewCsv } from "@/prisma/factories/imports";
import { disputedWorkload } from "@/prisma/factories/questions";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { tablesOfCatalog } from "@/prisma/testing/every-table";
import { withActor } from "./transaction";

/** Row-level security is one wall. Here it is taken down: commands name their program themselves. */
let stranger: Actor;
let owner: Actor;
let pages: Readonly<Record<string, (actor: Actor) => Promise<unknown>>>;
let attempts: Readonly<Record<string, (actor: Actor) => Promise<unknown>>>;

beforeAll(async () => {
  owner = (await foundWorld()).as.program_manager;
  stranger = (await foundWorld()).as.program_manager;
  const own = { actor: owner };
  const [dependentId, neededId] = [
    await placeWorkload(owner, "Orders"),
    await placeWorkload(owner, "Billing"),
  ];
  const link = { dependentId, neededId, kind: "file" as const, hardness: "soft" as const, documented: true };
  const { dependencyId } = await recordDependency(own, link);
  const about = { subjectType: "workload" as const, subjectId: dependentId };
  const { commentId } = await writeComment(own, { ...about, body: "Ours" });
  const { questionIds } = await disputedWorkload(owner, { name: "Till", site: "York" }, [
    { field: "site", stated: "Leeds" },
  ]);
  const source = (await listSources(owner)).find((one) => one.name === "CMDB");
  const [tier] = await listTiers(owner);
  const [domain] = (await riskChoices(owner)).domains;
  const waiting = await previewCsv(owner, "name,site\nDocks,Venlo");
  const { waveId } = await createWave(own, { number: 7, name: "Seven", kind: "production" });
  const { seats, quorum } = builtInTemplate("production", "go_no_go");
  const { siteId } = await createSite(own, { name: "York" });
  const { processId } = await createProcess(own, { name: "Order to cash" });
  const { assetId } = await createAsset(own, { name: "web01" });
  const { id: riskId } = await raiseRisk(own, { title: "Late file" });
  const questionId = questionIds[0] ?? "";
  attempts = {
    "changes a link": (actor) => changeDependency({ actor }, { dependencyId, version: 1, note: "Mine" }),
    "removes a link": (actor) => removeDependency({ actor }, { dependencyId, version: 1 }),
    "comments on a workload": (actor) => writeComment({ actor }, { ...about, body: "Mine" }),
    "changes a comment": (actor) => changeComment({ actor }, { commentId, version: 1, body: "Mine" }),
    "answers a question": (actor) =>
      answerQuestion({ actor }, { questionId, version: 1, choice: "present", reason: "Mine" }),
    "trusts a source": (actor) =>
      changeTrust({ actor }, { sourceId: source?.id ?? "", version: 1, trust: 5, reason: "Mine" }),
    "changes a tier": (actor) =>
      saveTier({ actor }, { tierId: tier?.id, version: 1, name: "Mine", rank: 9, ...NO_TARGETS }),
    "changes a risk domain": (actor) =>
      saveRiskDomain(
        { actor },
        { domainId: domain?.id, version: 1, name: "Mine", appetite: null, reason: "Nobody knows." },
      ),
    "discards an import": (actor) =>
      discardImport({ actor }, { importId: waiting.id, version: waiting.version }),
    "opens a gate": (actor) => openGate({ actor }, { waveId, quorum, seats: [...seats] }),
  };
  attempts = {
    ...attempts,
    "changes a workload": (actor) =>
      changeWorkload({ actor }, { workloadId: dependentId, version: 1, site: "Mine" }),
    "changes a site": (actor) => changeSite({ actor }, { siteId, version: 1, country: "NL" }),
    "changes a process": (actor) => changeProcess({ actor }, { processId, version: 1, description: "Mine" }),
    "changes an asset": (actor) => changeAsset({ actor }, { assetId, version: 1, os: "Mine" }),
    "changes a risk": (actor) => changeRisk({ actor }, { riskId, version: 1, nextAction: "Mine" }),
    "sets a target": (actor) =>
      setRecoveryTarget({ actor }, { workloadId: dependentId, rtoMinutes: 60, rpoMinutes: null, reason: "" }),
    "says where a workload serves": (actor) =>
      serveSite({ actor }, { siteId, shownIds: [], workloadIds: [neededId], users: {} }),
  };
  pages = {
    "a workload": (actor) => getWorkload(actor, dependentId),
    "the name of a workload": (actor) => workloadName(actor, dependentId),
    "where a workload serves": (actor) => getServedSites(actor, dependentId),
    "a link": (actor) => getLink(actor, dependencyId),
    "a site": (actor) => getSite(actor, siteId),
    "a process": (actor) => getProcess(actor, processId),
    "an asset": (actor) => getAsset(actor, assetId),
  };
  for (const { name } of await tablesOfCatalog())
    await asSuperuser(`ALTER TABLE "${name}" DISABLE ROW LEVEL SECURITY`);
});

const NO_TARGETS = { rtoMinutes: null, rpoMinutes: null, availability: null, drillIntervalDays: null };

it("would show a stranger everything: the control", async () => {
  const seen = await withActor(stranger, (tx) => tx.comment.count({ where: { programId: owner.programId } }));
  expect(seen).toBe(1);
});

it("is not the only wall: no stranger changes a row by its id", async () => {
  for (const [what, attempt] of Object.entries(attempts))
    await expect(attempt(stranger), what).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("shows a stranger nothing by its id either", async () => {
  for (const [what, read] of Object.entries(pages)) {
    expect(await read(stranger), what).toBeNull();
    expect(await read(owner), what).not.toBeNull();
  }
});

it("lets the members of the program do all of it, all but what another has done before", async () => {
  for (const [what, attempt] of Object.entries(attempts).filter(([name]) => name !== "removes a link"))
    await expect(attempt(owner), what).resolves.toBeDefined();
});
