/** The formats of which Wavegate hands out a template; in the order in which a workbook of several is read. */
export const TEMPLATES = [
  "workloads",
  "sites",
  "processes",
  "assets",
  "dependencies",
  "risks",
  "recovery-targets",
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** The formats of tools. `konveyor` and `aws-migration-factory` speak of several things in one row. */
export const TOOL_FORMATS = [
  "konveyor",
  "aws-migration-factory",
  "azure-migrate",
  "azure-dependencies",
  "rvtools",
] as const;
export type ToolFormat = (typeof TOOL_FORMATS)[number];

/** The shapes of file that Wavegate reads. */
export const FORMATS = [...TEMPLATES, ...TOOL_FORMATS] as const;
export type FormatName = (typeof FORMATS)[number];
