import type { Actor } from "@/lib/access/model";
import { addChecklistItems } from "@/lib/cutover/commands/add-checklist-items";
import { withActor } from "@/lib/db/transaction";
import { openGate } from "@/lib/gates/commands/open-gate";
import { builtInTemplate } from "@/lib/gates/rules/built-in-templates";
import { addWorkloadsToWave } from "@/lib/waves/commands/add-workloads-to-wave";
import { createWave } from "@/lib/waves/commands/create-wave";
import { setWaveWindow } from "@/lib/waves/commands/set-wave-window";

const WAVES = 20;
/** Where the first workloads go, which nearly all others need: wave 4. */
const BUSY = 3;

/** Twenty waves that take three workloads of five, in turn; windows in all but each fifth, a checklist and a gate in each. */
export async function addWaves(actor: Actor, ids: readonly string[], leadId: string): Promise<void> {
  const each = Math.floor((ids.length * 0.6) / WAVES);
  for (let n = 0; n < WAVES; n += 1) {
    const from = ((n + WAVES - BUSY) % WAVES) * each;
    const { waveId } = await createWave({ actor }, { name: `Wave ${n + 1}`, kind: "production", leadId });
    await addWorkloadsToWave({ actor }, { waveId, workloadIds: ids.slice(from, from + each) });
    if (n % 5 !== 4) await setWindow(actor, waveId, n);
    await addChecklistItems({ actor }, { waveId, template: "standard" });
    const { seats, quorum } = builtInTemplate("production", "go_no_go");
    await openGate({ actor }, { waveId, quorum, seats: [...seats] });
  }
}

async function setWindow(actor: Actor, waveId: string, n: number): Promise<void> {
  const { version } = await withActor(actor, (tx) =>
    tx.wave.findUniqueOrThrow({ where: { id: waveId }, select: { version: true } }),
  );
  const day = `2027-${String(1 + Math.floor(n / 2)).padStart(2, "0")}-${n % 2 === 0 ? "09" : "23"}`;
  const window = { startLocal: `${day}T20:00`, endLocal: `${day}T23:30`, zone: "Europe/London" };
  await setWaveWindow({ actor }, { waveId, version, ...window });
}
