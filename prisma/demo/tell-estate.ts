import * as z from "zod";
import { applyAssetChanges } from "@/lib/assets/commands/apply-asset-changes";
import type { AssetChange, AssetFacts } from "@/lib/assets/model";
import { ensureSources } from "@/lib/claims/commands/ensure-sources";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { addDays } from "@/lib/kernel/time";
import { acknowledgeFallback } from "@/lib/processes/commands/acknowledge-fallback";
import { changeProcess } from "@/lib/processes/commands/change-process";
import { createProcess } from "@/lib/processes/commands/create-process";
import { applySiteChanges } from "@/lib/sites/commands/apply-site-changes";
import { setWorkloadSites } from "@/lib/sites/commands/set-workload-sites";
import { PROCESSES, SERVED, SITES } from "./estate";
import { RACKS, type Rack } from "./machines";
import type { Story } from "./story";

const ROOM = { Tilbury: "Data centre Tilbury", Venlo: "Server room Venlo", Columbus: "Server room Columbus" };
const NET = { Tilbury: 20, Venlo: 40, Columbus: 60 };
const TEST = new Set(["Test WMS", "Test ERP"]);

/** The sites, the machines and the work of the business, before any wave is planned. */
export async function tellEstate(story: Story): Promise<void> {
  await tellSites(story.back("Priya Raman", -117, "09:30"), {
    served: Object.entries(SERVED).map(([workload, sites]) => ({
      workloadId: story.workload(workload),
      sites: sites.map(([site, users]) => ({ site, users })),
    })),
  });
  await tellMachines(story.back("Tomas Lindqvist", -116, "15:20"), {
    machines: RACKS.map(([workload, rack]) => ({
      workloadId: workload === null ? null : story.workload(workload),
      isTest: workload !== null && TEST.has(workload),
      prefix: rack.prefix,
    })),
  });
  await tellProcesses(story);
}

const tellSites = defineCommand({
  permission: "workload:write",
  input: z.object({
    served: z.array(
      z.object({
        workloadId: z.uuid(),
        sites: z.array(z.object({ site: z.string(), users: z.int().nullable() })),
      }),
    ),
  }),
  lock: "shared",
  async run(tx, ctx, { served }) {
    const made = await applySiteChanges(
      tx,
      ctx,
      SITES.map((facts) => ({ kind: "create", facts })),
    );
    const idOf = new Map(SITES.map(({ name }, at) => [name, made.ids[at] ?? ""]));
    const set = await setWorkloadSites(
      tx,
      ctx,
      served.map(({ workloadId, sites }) => ({
        workloadId,
        sites: sites.map(({ site, users }) => ({ siteId: idOf.get(site) ?? "", users })),
      })),
    );
    return { value: null, events: eventList([...made.events, ...set.events]) };
  },
});

const tellMachines = defineCommand({
  permission: "workload:write",
  input: z.object({
    machines: z.array(z.object({ workloadId: z.uuid().nullable(), isTest: z.boolean(), prefix: z.string() })),
  }),
  lock: "shared",
  async run(tx, ctx, { machines }) {
    const racks = RACKS.map(([, rack]) => rack);
    const changes = machines.flatMap(({ workloadId, isTest, prefix }) => {
      const rack = racks.find((one) => one.prefix === prefix);
      return rack === undefined ? [] : assetsOf(rack, workloadId, isTest);
    });
    const sources = await ensureSources(tx, ctx, [...new Set(racks.map(sourceOf))]);
    const { events } = await applyAssetChanges(tx, ctx, changes);
    return { value: null, events: eventList([...sources, ...events]) };
  },
});

/** Machines of one rack as its inventory shows them; which workload they serve a person said. */
function assetsOf(rack: Rack, workloadId: string | null, isTest: boolean): AssetChange[] {
  const source = sourceOf(rack);
  return rack.machines.map((machine, at) => {
    const name = `${rack.prefix}${String(at + 1).padStart(2, "0")}`;
    const isVirtual = machine.kind === "server" || machine.kind === "database_server";
    const facts: Partial<AssetFacts> = {
      ...machine,
      environment: workloadId === null ? null : isTest ? "Test" : "Production",
      addresses: [`10.${NET[rack.place]}.${lastOctets(name)}`],
      fqdn: isVirtual ? `${name}.corvane.example` : null,
      powerState: isVirtual ? (name === "tlb-tmp04" ? "off" : "on") : null,
      location: ROOM[rack.place],
    };
    const said = ["name", "os", "cores", "memoryMb", "diskGb", "addresses", "fqdn", "powerState", "location"];
    const origins = isVirtual ? Object.fromEntries(said.map((field) => [field, source])) : {};
    return { kind: "create", facts: { ...facts, name, workloadId }, origins };
  });
}

function sourceOf({ place }: Rack): string {
  return `RVTools ${place}`;
}

/** The same address for the same name, always. */
function lastOctets(name: string): string {
  const sum = [...name].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 60_000, 7);
  return `${(sum >> 8) % 240}.${(sum % 250) + 2}`;
}

async function tellProcesses(story: Story): Promise<void> {
  const personOf = (name: string | null) => (name === null ? null : story.person(name));
  for (const process of PROCESSES) {
    const { owner, fallbackOwner, rehearsedIn, acknowledgedIn, workloads, ...facts } = process;
    const { processId } = await createProcess(story.back("Dirk Achterberg", RECORDED, "11:00"), {
      ...facts,
      ownerId: personOf(owner),
      fallbackOwnerId: personOf(fallbackOwner),
      fallbackRehearsedOn: daysFrom(
        story,
        rehearsedIn !== null && rehearsedIn < RECORDED ? rehearsedIn : null,
      ),
      workloadIds: workloads.map(story.workload),
    });
    const isLater = rehearsedIn !== null && rehearsedIn >= RECORDED;
    if (isLater) {
      const fallbackRehearsedOn = daysFrom(story, rehearsedIn);
      await changeProcess(story.back("Dirk Achterberg", rehearsedIn, "17:40"), {
        processId,
        version: 1,
        fallbackRehearsedOn,
      });
    }
    if (acknowledgedIn !== null && owner !== null) {
      const version = isLater ? 2 : 1;
      await acknowledgeFallback(story.back(owner, acknowledgedIn, "16:10"), { processId, version });
    }
  }
}

/** The day on which the processes were first recorded. */
const RECORDED = -115;

function daysFrom(story: Story, days: number | null): string | null {
  return days === null ? null : addDays(story.demoDay, days);
}
