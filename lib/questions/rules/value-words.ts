import { ASSET_KIND_LABELS, ASSET_LABELS } from "@/lib/assets/labels";
import { diskWords, memoryWords } from "@/lib/assets/rules/words";
import type { Value } from "@/lib/claims/model";
import { grouped } from "@/lib/workloads/rules/fact-words";
import { FACT_FIELDS, type FactField } from "@/lib/workloads/rules/fields";
import type { SubjectType } from "../model";

const BY_KEY = new Map<string, FactField>(FACT_FIELDS.map((field) => [field.key, field]));
const ASSET_WORDS: Readonly<Record<string, string>> = ASSET_LABELS;
const ASSET_KINDS: Readonly<Record<string, string>> = ASSET_KIND_LABELS;

/** What a field is called. */
export function fieldLabel(type: SubjectType, field: string): string {
  return (type === "asset" ? ASSET_WORDS[field] : BY_KEY.get(field)?.label) ?? field;
}

/** The field of a workload by its key; undefined for those of assets. */
export function factField(type: SubjectType, field: string): FactField | undefined {
  return type === "workload" ? BY_KEY.get(field) : undefined;
}

/** A value as a person reads it; null: unknown. */
export function valueWords(type: SubjectType, field: string, value: Value | null): string {
  if (value === null) return "unknown";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return numberWords(type, field, value);
  if (typeof value !== "string") return value.length === 0 ? "none" : value.join(", ");
  if (value === "") return "none";
  if (isFigure(type, field) && /^\d+(?:\.\d+)?$/u.test(value)) return numberWords(type, field, Number(value));
  if (type === "asset") return field === "kind" ? (ASSET_KINDS[value] ?? value) : value;
  return BY_KEY.get(field)?.options?.find((option) => option.value === value)?.label ?? value;
}

/** A fact that is a figure also where a person typed it as text. */
function isFigure(type: SubjectType, field: string): boolean {
  return type === "asset"
    ? ["memoryMb", "diskGb", "cores"].includes(field)
    : BY_KEY.get(field)?.kind === "number";
}

function numberWords(type: SubjectType, field: string, value: number): string {
  if (type === "asset" && field === "memoryMb") return memoryWords(value);
  if (type === "asset" && field === "diskGb") return diskWords(value);
  const unit = factField(type, field)?.unit;
  return unit === undefined ? grouped(value) : `${grouped(value)} ${unit}`;
}
