import "server-only";
import { notFound } from "next/navigation";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { readGuard } from "@/lib/gates/queries/standing";
import { judgedGate } from "@/lib/gates/queries/wave-gates";
import type { WaveView } from "@/lib/waves/model/wave";
import { getWave } from "@/lib/waves/queries/get-wave";
import { waveNumber } from "@/lib/waves/rules/search";

export type WavePageData = {
  actor: Actor;
  wave: WaveView;
  gate: Awaited<ReturnType<typeof judgedGate>>;
  now: Date;
  /** `/p/{program}` and `/p/{program}/waves/{number}` */
  program: string;
  base: string;
};

/** Who asks, and the wave with its gate as of now; the not-found page for anything else. */
export async function loadWavePage(
  params: Promise<{ program: string; number: string }>,
): Promise<WavePageData> {
  const { program, number } = await params;
  const actor = await requireActor(program);
  const asked = waveNumber(number);
  if (asked === null) notFound();
  const now = new Date();
  const [gate, guard] = await Promise.all([
    can(actor, "gate:read") ? judgedGate(actor, asked, now) : null,
    readGuard(actor, asked, now),
  ]);
  const wave = await getWave(actor, asked, { now, ...guard });
  if (wave === null) notFound();
  const place = `/p/${program}`;
  return { actor, wave, gate, now, program: place, base: `${place}/waves/${asked}` };
}
