import "server-only";
import * as z from "zod";
import { type JsonStatement, readJson } from "@/lib/db/pipeline";
import { nameKey } from "@/lib/kernel/text";
import type { PaletteGroup } from "../model";
import { MOST_OF_A_GROUP, NAMED_KINDS, paletteGroups } from "../rules/palette";

const ROWS = z.array(
  z.object({
    kind: z.enum(NAMED_KINDS),
    ref: z.string(),
    label: z.string(),
    detail: z.string(),
    codes: z.array(z.string()),
  }),
);

/**
 * What one may go to and do, and whatever is named like the text, in one round trip; without a text no name is looked for.
 * For a login session; row-level security decides which names there are.
 */
export async function readPalette(sessionId: string, slug: string, text: string): Promise<PaletteGroup[]> {
  const key = nameKey(text);
  const { role, json } = await readJson(sessionId, slug, "program:read", key === "" ? NO_NAMES : named(key));
  return paletteGroups({ role }, `/p/${slug}`, key, ROWS.parse(JSON.parse(json)));
}

const NO_NAMES: JsonStatement = { text: "SELECT '[]' AS json", values: [] };

/** What is looked through: its table, how a row is called, and what tells it from others. */
const KINDS: Record<(typeof NAMED_KINDS)[number], Kind> = {
  workload: {
    from: `"Workload"`,
    key: `t."nameKey"`,
    detail: `concat_ws(' · ', t.site, t."businessService")`,
  },
  wave: {
    from: `"Wave"`,
    key: "lower(t.name)",
    detail: "'Wave ' || t.number",
    ref: "t.number::text",
    codes: ["t.number::text", "'wave ' || t.number"],
  },
  risk: {
    from: `"Risk"`,
    key: `t."titleKey"`,
    label: "t.title",
    detail: "concat_ws(' · ', t.code, CASE WHEN t.status = 'closed' THEN 'closed' END)",
    ref: "t.code",
    codes: ["lower(t.code)"],
  },
  control: { from: `"Control"`, key: `t."titleKey"`, label: "t.title" },
  // a gate has two pages of its own: what was signed, and what stands on the wall while people decide
  gate: {
    from: `(SELECT g."programId", g.id || '/' || p.path AS ref, g.name || ', ' || p.word AS name,
        'Wave ' || w.number || ', attempt ' || g.attempt AS detail
      FROM "Gate" g JOIN "Wave" w ON w."programId" = g."programId" AND w.id = g."waveId"
      CROSS JOIN (VALUES ('record', 'sign-off record'), ('meeting', 'meeting page')) p(path, word))`,
    key: "lower(t.name)",
    detail: "t.detail",
    ref: "t.ref",
  },
  pack: {
    from: `"BoardPack"`,
    key: "lower(t.title)",
    label: "t.title",
    detail: "'Board pack ' || t.number",
    ref: "t.number::text",
    codes: ["'board pack ' || t.number", "'pack ' || t.number"],
  },
  person: { from: `"Person"`, key: `t."nameKey"` },
  site: { from: `"Site"`, key: `t."nameKey"` },
  process: { from: `"BusinessProcess"`, key: `t."nameKey"` },
  asset: {
    from: `"Asset"`,
    key: `t."nameKey"`,
    detail: `coalesce((SELECT w.name FROM "Workload" w WHERE w.id = t."workloadId"), '')`,
  },
};
type Kind = { from: string; key: string; label?: string; detail?: string; ref?: string; codes?: string[] };

const NAMES = `SELECT coalesce(json_agg(json_build_object('kind', f.kind, 'ref', f.ref, 'label', f.label,
    'detail', f.detail, 'codes', f.codes)), '[]')::text AS json
  FROM (${NAMED_KINDS.map((kind) => `(${selectOf(kind)})`).join(" UNION ALL ")}) f`;

function named(key: string): JsonStatement {
  const literal = key.replace(/[\\%_]/gu, "\\$&");
  return { text: NAMES, values: [`%${literal}%`, `${literal}%`, `% ${literal}%`, key] };
}

/** The best few of a kind, ranked as `rankOf` ranks; codes count from their beginning. */
function selectOf(kind: (typeof NAMED_KINDS)[number]): string {
  const { from, key, label = "t.name", detail = "''", ref = "t.id::text", codes = [] } = KINDS[kind];
  const found = [`${key} LIKE $1::text`, ...codes.map((code) => `${code} LIKE $2::text`)].join(" OR ");
  const any = (test: string) => [key, ...codes].map((name) => `${name} ${test}`).join(" OR ");
  return `SELECT '${kind}' AS kind, ${ref} AS ref, ${label} AS label, ${detail} AS detail,
      json_build_array(${codes.join(", ")}) AS codes
    FROM ${from} t WHERE t."programId" = (SELECT wavegate_program()) AND (${found})
    ORDER BY (${any("= $4::text")}) DESC, (${any("LIKE $2::text")}) DESC, ${key} LIKE $3::text DESC, ${key}
    LIMIT ${MOST_OF_A_GROUP}`;
}
