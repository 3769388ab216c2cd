import { ESTATE_TABLES } from "./signed-estate-tables";
import { FACT_TABLES } from "./signed-fact-tables";
import { GATE_TABLES } from "./signed-gate-tables";
import type { SignedTable } from "./signed-table";

/**
 * Every column of every table that the snapshot of a gate is read from. `material`: changed, it makes a signature stale, and
 * the change is named with these words. `cosmetic`: it does neither. `fixed`: it says which row it is, or the product's login
 * may not change it. `gone`: what is said when the row is removed; left out where the product's login may
 * remove none, or none that a gate rests on.
 * A column that stands nowhere, and a table that is missing, fails the test beside `load-facts.ts`.
 */
export const SIGNED_TABLES: readonly SignedTable[] = [...GATE_TABLES, ...ESTATE_TABLES, ...FACT_TABLES];
