import "server-only";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound, refuseIfAny } from "@/lib/kernel/errors";
import { GATE_KIND_LABELS, WAVE_STATE_LABELS } from "@/lib/waves/labels";
import type { GateKind } from "@/lib/waves/model/states";
import { opensIn } from "@/lib/waves/rules/guards";
import type { CriterionTemplate } from "../model/template";
import { gateIdOf } from "../queries/get-gate";
import { loadTemplate } from "../queries/templates";
import { criterionOf } from "../rules/built-in-templates";
import { openingBlockers } from "../rules/opening-blockers";
import { openGateInput } from "../schema";

/**
 * Opens a gate of a wave's present attempt with the criteria of its template and the seats asked for: those of the template
 * at least. The gate keeps the version it was opened from: another version of the template changes nothing about it.
 */
export const openGate = defineCommand({
  permission: "gate:configure",
  input: openGateInput,
  lock: "exclusive",
  async run(tx, ctx, input) {
    const { kind } = input;
    const { programId } = ctx.actor;
    const wave = await requireWaveWithoutGate(tx, programId, input);
    await requireSeatHolders(tx, ctx, input.seats);
    const template = await loadTemplate(tx, ctx.actor, { waveKind: wave.kind, kind });
    refuseIfAny(openingBlockers(template, input));
    const owed = await owedCriteria(tx, ctx, { kind, wave });
    const criteria = [
      ...template.criteria,
      ...owed.filter(({ key }) => !template.criteria.some((one) => one.key === key)),
    ];
    const name =
      kind === "go_no_go" ? `Go or no-go: ${wave.name}` : `${GATE_KIND_LABELS[kind]}: ${wave.name}`;
    const gate = await tx.gate.create({
      data: {
        programId,
        waveId: wave.id,
        attempt: wave.attempt,
        kind,
        name,
        quorum: input.quorum,
        closesAt: input.closesAt,
        templateId: template.id,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await tx.gateSeat.createMany({
      data: input.seats.map((seat, position) => ({ programId, gateId: gate.id, position, ...seat })),
    });
    await tx.gateCriterion.createMany({
      data: criteria.map((criterion, position) => ({ programId, gateId: gate.id, position, ...criterion })),
    });
    return {
      value: { gateId: gate.id },
      events: [
        {
          action: "gate.opened",
          subject: { type: "gate", id: gate.id, label: `${name}, attempt ${wave.attempt}` },
          after: {
            wave: wave.name,
            kind,
            attempt: wave.attempt,
            templateVersion: template.version,
            quorum: input.quorum,
            closesAt: input.closesAt?.toISOString() ?? null,
            seats: input.seats.map((seat) => `${seat.capacity} (${seat.role})`),
            criteria: criteria.map((criterion) => criterion.key),
          },
        },
      ],
    };
  },
});

type Wave = { id: string; attempt: number };

/** After an emergency cutover the wave leaves hypercare only with a review of it, whatever the template says. */
async function owedCriteria(
  tx: Tx,
  { actor }: CommandContext,
  { kind, wave }: { kind: GateKind; wave: Wave },
): Promise<CriterionTemplate[]> {
  if (kind !== "hypercare_exit") return [];
  const emergency = await gateIdOf(tx, actor, wave.id, wave.attempt, "emergency");
  return emergency === null ? [] : [criterionOf("emergency-review")];
}

async function requireWaveWithoutGate(
  tx: Tx,
  programId: string,
  { waveId, kind }: { waveId: string; kind: GateKind },
) {
  const wave = await tx.wave.findUnique({
    where: { id: waveId, programId },
    select: {
      id: true,
      name: true,
      kind: true,
      attempt: true,
      state: true,
      gates: { where: { kind }, select: { attempt: true } },
    },
  });
  if (wave === null) throw notFound("wave");
  const label = GATE_KIND_LABELS[kind].toLowerCase();
  if (wave.gates.some((gate) => gate.attempt === wave.attempt)) {
    throw new AppError(
      "BLOCKED",
      `The ${label} gate of ${wave.name}, attempt ${wave.attempt}, is open already.`,
    );
  }
  const states = opensIn(kind);
  if (!states.includes(wave.state)) {
    const [last = "", ...others] = states.map((state) => WAVE_STATE_LABELS[state].toLowerCase()).reverse();
    const words = others.length === 0 ? last : `${others.reverse().join(", ")} or ${last}`;
    throw new AppError("BLOCKED", `A ${label} gate is opened while the wave is ${words}.`);
  }
  return wave;
}

async function requireSeatHolders(
  tx: Tx,
  { actor: { programId }, now }: CommandContext,
  seats: readonly { userId: string | null; role: string }[],
) {
  for (const seat of seats) {
    if (seat.userId === null) continue;
    const member = await tx.membership.findUnique({
      where: { programId_userId: { programId, userId: seat.userId } },
      select: { role: true, endsAt: true },
    });
    const ended = member?.endsAt != null && member.endsAt <= now;
    if (member?.role !== seat.role || ended) {
      throw new AppError(
        "INVALID",
        "A person asked to sign must be a member of this program in the role of the seat.",
        {
          fields: { seats: "Choose a member who has this role." },
        },
      );
    }
  }
}
