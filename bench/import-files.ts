import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { CRITICALITIES, WORKLOAD_KINDS } from "@/lib/workloads/model/workload";
import { graphLinks } from "./graph";

const SITES = ["Tilbury", "Venlo", "Columbus", "Leeds", "Gdynia"];

/**
 * Writes an inventory of so many workloads and their links, five each with hubs and circles, as Wavegate's own templates.
 * @returns the paths of both files, in the order in which they are imported
 */
export async function writeInventory(folder: string, size: number): Promise<[string, string]> {
  const workloads = join(folder, "workloads.csv");
  const dependencies = join(folder, "dependencies.csv");
  const names = Array.from({ length: size }, (_, n) => `Workload ${String(n).padStart(5, "0")}`);
  await write(
    workloads,
    "name,source,external_id,description,kind,criticality,business_owner,technical_owner,site,runs_at,stateful,data_gb,tags",
    names.map((name, n) => workloadLine(name, n)),
  );
  const links = graphLinks(names).map(
    (link) => `${link.dependentId},${link.neededId},${link.kind ?? ""},${link.hardness ?? ""},both,yes`,
  );
  await write(dependencies, "dependent,needed,kind,hardness,data_direction,documented", links);
  return [workloads, dependencies];
}

function workloadLine(name: string, n: number): string {
  const kind = WORKLOAD_KINDS[n % WORKLOAD_KINDS.length];
  const criticality = CRITICALITIES[n % CRITICALITIES.length];
  return [
    name,
    "CMDB",
    `APP-${n}`,
    `"Serves ${SITES[n % SITES.length]}, with the nightly runs of the region"`,
    kind,
    criticality,
    `Owner ${n % 200}`,
    `Engineer ${n % 90}`,
    SITES[n % SITES.length],
    `Hall ${n % 12}`,
    n % 3 === 0 ? "yes" : "no",
    String(n % 900),
    `java; team ${n % 30}`,
  ].join(",");
}

async function write(path: string, header: string, lines: readonly string[]): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (const line of lines) file.write(`${line}\n`);
  file.end();
  await finished(file);
}
