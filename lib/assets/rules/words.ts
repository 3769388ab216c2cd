import { ASSET_KIND_LABELS } from "../labels";
import type { AssetFacts, AssetField } from "../model";

/** `16384` → "16 GB", `1536` → "1.5 GB", `512` → "512 MB". */
export function memoryWords(megabytes: number): string {
  if (megabytes < 1024) return `${megabytes} MB`;
  const gigabytes = megabytes / 1024;
  return `${Number.isInteger(gigabytes) ? gigabytes : gigabytes.toFixed(1)} GB`;
}

/** `500` → "500 GB", `2048` → "2 TB". */
export function diskWords(gigabytes: number): string {
  if (gigabytes < 1024) return `${gigabytes} GB`;
  const terabytes = gigabytes / 1024;
  return `${Number.isInteger(terabytes) ? terabytes : terabytes.toFixed(1)} TB`;
}

/** A fact in words, null when it is unknown or there is nothing to say. The workload is named by the caller. */
export function factWords(facts: AssetFacts, field: Exclude<AssetField, "workloadId">): string | null {
  switch (field) {
    case "kind":
      return facts.kind === null ? null : ASSET_KIND_LABELS[facts.kind];
    case "memoryMb":
      return facts.memoryMb === null ? null : memoryWords(facts.memoryMb);
    case "diskGb":
      return facts.diskGb === null ? null : diskWords(facts.diskGb);
    case "cores":
      return facts.cores === null ? null : String(facts.cores);
    case "addresses":
    case "tags":
      return facts[field].length === 0 ? null : facts[field].join(", ");
    default:
      return facts[field];
  }
}
