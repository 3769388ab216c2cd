import "server-only";
import { type CommandContext, defineCommand } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { GO_NO_GO_TEMPLATE } from "../rules/go-no-go-template";
import { openGateInput } from "../schema";

/** Opens the go/no-go gate of a wave's present attempt, with the template's criteria and the seats asked for. */
export const openGate = defineCommand({
  permission: "gate:configure",
  input: openGateInput,
  lock: "exclusive",
  async run(tx, ctx, input) {
    const wave = await requireWaveWithoutGate(tx, ctx.actor.programId, input.waveId);
    await requireSeatHolders(tx, ctx, input.seats);
    const programId = ctx.actor.programId;
    const name = `Go or no-go: ${wave.name}`;
    const gate = await tx.gate.create({
      data: {
        programId,
        waveId: wave.id,
        attempt: wave.attempt,
        kind: "go_no_go",
        name,
        quorum: input.quorum,
        closesAt: input.closesAt,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await tx.gateSeat.createMany({
      data: input.seats.map((seat, position) => ({ programId, gateId: gate.id, position, ...seat })),
    });
    await tx.gateCriterion.createMany({
      data: GO_NO_GO_TEMPLATE.map((criterion, position) => ({
        programId,
        gateId: gate.id,
        position,
        ...criterion,
      })),
    });
    return {
      value: { gateId: gate.id },
      events: [
        {
          action: "gate.opened",
          subject: { type: "gate", id: gate.id, label: `${name}, attempt ${wave.attempt}` },
          after: {
            wave: wave.name,
            attempt: wave.attempt,
            quorum: input.quorum,
            closesAt: input.closesAt?.toISOString() ?? null,
            seats: input.seats.map((seat) => `${seat.capacity} (${seat.role})`),
            criteria: GO_NO_GO_TEMPLATE.map((criterion) => criterion.key),
          },
        },
      ],
    };
  },
});

async function requireWaveWithoutGate(tx: Tx, programId: string, waveId: string) {
  const wave = await tx.wave.findUnique({
    where: { id: waveId, programId },
    select: { id: true, name: true, attempt: true, state: true, gates: { select: { attempt: true } } },
  });
  if (wave === null) throw notFound("wave");
  if (wave.gates.some((gate) => gate.attempt === wave.attempt)) {
    throw new AppError(
      "BLOCKED",
      `The go/no-go gate of ${wave.name}, attempt ${wave.attempt}, is open already.`,
    );
  }
  if (!["planned", "preparing", "rehearsing", "ready"].includes(wave.state)) {
    throw new AppError(
      "BLOCKED",
      "A gate is opened before the cutover, while the wave is planned, preparing, rehearsing or ready.",
    );
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
