import type { Column } from "../model";

/** Columns that several lists have, under the same head and as dispensable on a narrow page. */
export const WORKLOAD: Column = { key: "workload", label: "Workload" };
export const CRITICALITY: Column = { key: "criticality", label: "Criticality" };
export const WAVE: Column = { key: "wave", label: "Wave", mayGo: "p4" };
export const OWNER: Column = { key: "owner", label: "Owner", mayGo: "p3" };
export const SITES: Column = { key: "sites", label: "Sites", mayGo: "p3" };
export const KIND: Column = { key: "kind", label: "Kind" };
export const HARDNESS: Column = { key: "hardness", label: "Hardness" };
