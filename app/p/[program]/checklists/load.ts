import "server-only";
import { notFound } from "next/navigation";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { Template } from "@/lib/cutover/model";
import { listTemplates } from "@/lib/cutover/queries/templates";
import { kindInPath, kindOfPath } from "@/lib/cutover/rules/template";
import type { WaveKind } from "@/lib/waves/model/states";

export type TemplatePageData = {
  actor: Actor;
  kind: WaveKind;
  /** Newest first. */
  versions: readonly Template[];
  draft: Template | null;
  current: Template | null;
  /** Address of the kind's page. */
  base: string;
  mayChange: boolean;
};

/** Who asks, and every version for the kind in the address; the not-found page for anything else. */
export async function loadTemplatePage(
  params: Promise<{ program: string; kind: string }>,
): Promise<TemplatePageData> {
  const { program, kind: path } = await params;
  const actor = await requireActor(program);
  const kind = kindOfPath(path);
  if (kind === null || !can(actor, "gate:read")) notFound();
  const versions = await listTemplates(actor, kind);
  return {
    actor,
    kind,
    versions,
    draft: versions.find(({ published }) => published === null) ?? null,
    current: versions.find(({ published }) => published !== null) ?? null,
    base: `/p/${program}/checklists/${kindInPath(kind)}`,
    mayChange: can(actor, "program:configure"),
  };
}
