import { UNKNOWN } from "../labels";
import type { WorkloadFacts } from "../model/workload";
import type { NamesOfIds } from "./facts";
import type { FactField } from "./fields";

type FactValue = WorkloadFacts[keyof WorkloadFacts];

/** The value of a fact as a person reads it: names for ids, labels for choices, numbers with their unit; unknown says so. */
export function factWord(field: FactField, value: FactValue, names: NamesOfIds): string {
  if (value === null) return wordForNothing(field);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return `${grouped(value)}${unitOf(field)}`;
  if (typeof value !== "string") return value.length === 0 ? wordForNothing(field) : value.join(", ");
  if (field.kind === "tier") return names.tiers.get(value) ?? UNKNOWN;
  if (field.kind === "person") return names.people.get(value) ?? UNKNOWN;
  if (field.kind === "choice") return field.options?.find((option) => option.value === value)?.label ?? value;
  return value === "" ? "none" : value;
}

/** A whole number with its thousands parted: 12,000. */
export function grouped(value: number): string {
  const [digits, sign] = [String(Math.abs(value)), value < 0 ? "−" : ""];
  return sign + digits.replace(/\B(?=(\d{3})+(?!\d))/gu, ",");
}

function unitOf({ unit }: FactField): string {
  if (unit === undefined) return "";
  return ` ${unit}`;
}

function wordForNothing({ kind, reasonKey, key }: FactField): string {
  if (kind === "person" || kind === "tier" || key === "tags") return "none";
  return reasonKey === undefined ? UNKNOWN : "undecided";
}
