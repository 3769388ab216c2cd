import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { FINISHED, WAVE_KINDS, type WaveKind } from "@/lib/waves/model/states";
import { requireWave, windowOf } from "@/lib/waves/queries/load-wave";
import type { Coming, Template, TemplateShelf } from "../model";
import { instantOf } from "../rules/offset";
import { sameItem } from "../rules/template";
import { dutyOwners } from "./duty-owners";
import { currentTemplate, type LoadedTemplate, templatesOf } from "./template-rows";

/** What is kept for each kind of wave. Not for partners. @throws NOT_FOUND */
export function templateShelves(actor: Actor): Promise<TemplateShelf[]> {
  requireReader(actor);
  return withActor(actor, async (tx) => {
    const shelves: TemplateShelf[] = [];
    for (const kind of WAVE_KINDS) shelves.push(await shelfOf(tx, actor, kind));
    return shelves;
  });
}

async function shelfOf(tx: Tx, { programId }: Actor, kind: WaveKind): Promise<TemplateShelf> {
  const versions = await templatesOf(tx, programId, kind);
  const [newest] = versions;
  const current = versions.find(({ publishedAt }) => publishedAt !== null);
  const waves = await tx.wave.findMany({
    where: { programId, kind, state: { notIn: [...FINISHED] } },
    select: { attempt: true, checklist: { select: { attempt: true, templateId: true } } },
  });
  const names = await publishers(tx, current === undefined ? [] : [current]);
  return {
    kind,
    current:
      current?.publishedAt == null
        ? null
        : {
            number: current.number,
            items: current.items.length,
            at: current.publishedAt,
            by: names(current),
          },
    draft:
      newest === undefined || newest.publishedAt !== null
        ? null
        : { number: newest.number, items: newest.items.length },
    waves: waves.length,
    applied: waves.filter(({ attempt, checklist }) =>
      checklist.some((item) => item.attempt === attempt && item.templateId === current?.id),
    ).length,
  };
}

/** Every version for a kind, newest first. Not for partners. @throws NOT_FOUND */
export function listTemplates(actor: Actor, kind: WaveKind): Promise<Template[]> {
  requireReader(actor);
  return withActor(actor, async (tx) => {
    const versions = await templatesOf(tx, actor.programId, kind);
    const names = await publishers(tx, versions);
    return versions.map(({ publishedAt, publishedById: _, ...template }) => ({
      ...template,
      published: publishedAt === null ? null : { at: publishedAt, by: names({ publishedById: _ }) },
    }));
  });
}

/**
 * What the current version would bring to the wave's present attempt, with due times and owners as they would be; null when
 * no version counts for its kind. Not for partners. @throws NOT_FOUND
 */
export function comingItems(actor: Actor, waveId: string): Promise<Coming | null> {
  requireReader(actor);
  return withActor(actor, async (tx) => {
    const wave = await requireWave(tx, actor, waveId);
    const template = await currentTemplate(tx, actor.programId, wave.kind);
    if (template === null) return null;
    const here = await tx.checklistItem.findMany({
      where: { programId: actor.programId, waveId, attempt: wave.attempt },
      select: { id: true, title: true, templateKey: true },
    });
    const owners = await dutyOwners(tx, actor.programId, waveId);
    const window = windowOf(wave);
    const items = template.items.map((item) => ({
      ...item,
      dueAt: item.offset === null ? null : instantOf(item.offset, window),
      owner: owners.get(item.duty)?.name ?? null,
      here: sameItem(here, item) !== null,
    }));
    const { id, number } = template;
    return { template: { id, number }, zone: wave.zone ?? actor.programZone, items };
  });
}

function requireReader(actor: Actor): void {
  if (!can(actor, "gate:read")) throw notFound("checklist template");
}

async function publishers(tx: Tx, templates: readonly LoadedTemplate[]) {
  const ids = templates.flatMap(({ publishedById }) => (publishedById === null ? [] : [publishedById]));
  const users = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return ({ publishedById }: Pick<LoadedTemplate, "publishedById">) =>
    names.get(publishedById ?? "") ?? "a former member";
}
