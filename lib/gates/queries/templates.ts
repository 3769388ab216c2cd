import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { GATE_KINDS, type GateKind, WAVE_KINDS, type WaveKind } from "@/lib/waves/model/states";
import type { GateTemplate } from "../model/template";
import { builtInTemplate } from "../rules/built-in-templates";
import { templateContent } from "../schema";
import { namesOf } from "./names";

const TEMPLATE = {
  id: true,
  waveKind: true,
  kind: true,
  version: true,
  demanded: true,
  quorum: true,
  seats: true,
  criteria: true,
  changedById: true,
  createdAt: true,
} as const;

/** The template that counts for waves and gates of these kinds: the program's newest, else the one Wavegate brings. */
export async function loadTemplate(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  { waveKind, kind }: { waveKind: WaveKind; kind: GateKind },
): Promise<GateTemplate> {
  const row = await tx.gateTemplate.findFirst({
    where: { programId, waveKind, kind },
    orderBy: { version: "desc" },
    select: TEMPLATE,
  });
  if (row === null) return brought(waveKind, kind);
  const names = await namesOf(tx, [row.changedById]);
  return templateOf(row, names(row.changedById));
}

/** The same for one page. Right: gate:read. @throws NOT_FOUND */
export function getTemplate(
  actor: Actor,
  kinds: { waveKind: WaveKind; kind: GateKind },
): Promise<GateTemplate> {
  if (!can(actor, "gate:read")) throw notFound("template");
  return withActor(actor, (tx) => loadTemplate(tx, actor, kinds));
}

/** Every template that counts, by the kinds of waves and then of gates. Right: gate:read. @throws NOT_FOUND */
export function listTemplates(actor: Actor): Promise<GateTemplate[]> {
  if (!can(actor, "gate:read")) throw notFound("templates");
  return withActor(actor, async (tx) => {
    const rows = await tx.gateTemplate.findMany({
      where: { programId: actor.programId },
      orderBy: { version: "asc" },
      select: TEMPLATE,
    });
    const names = await namesOf(
      tx,
      rows.map((row) => row.changedById),
    );
    const newest = new Map(rows.map((row) => [`${row.waveKind} ${row.kind}`, row]));
    return WAVE_KINDS.flatMap((waveKind) =>
      GATE_KINDS.map((kind) => {
        const row = newest.get(`${waveKind} ${kind}`);
        return row === undefined ? brought(waveKind, kind) : templateOf(row, names(row.changedById));
      }),
    );
  });
}

type Row = {
  id: string;
  waveKind: WaveKind;
  kind: GateKind;
  version: number;
  demanded: boolean;
  quorum: number;
  seats: unknown;
  criteria: unknown;
  createdAt: Date;
};

function templateOf({ createdAt, ...row }: Row, changedBy: string): GateTemplate {
  return { ...row, ...templateContent.parse(row), changedBy, changedAt: createdAt };
}

function brought(waveKind: WaveKind, kind: GateKind): GateTemplate {
  return {
    ...builtInTemplate(waveKind, kind),
    id: null,
    waveKind,
    kind,
    version: 0,
    changedBy: null,
    changedAt: null,
  };
}
