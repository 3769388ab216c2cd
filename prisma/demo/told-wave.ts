import { withActor } from "@/lib/db/transaction";
import type { Story } from "./story";
import type { WaveScript } from "./wave-scripts";

/** A wave of the story as far as it is told; `saturday` in days from the demo's day. */
export type ToldWave = { waveId: string; script: WaveScript; saturday: number };

/** The version of a wave now, for the next change of it. */
export function versionOf(story: Pick<Story, "as">, waveId: string): Promise<number> {
  return withActor(story.as("Dirk Achterberg"), async (tx) => {
    const wave = await tx.wave.findUniqueOrThrow({ where: { id: waveId }, select: { version: true } });
    return wave.version;
  });
}
