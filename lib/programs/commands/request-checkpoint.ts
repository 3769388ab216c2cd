import "server-only";
import * as z from "zod";
import { checkpointAfter } from "@/lib/audit/adapters/sign-checkpoint";
import type { Checkpoint } from "@/lib/audit/model";
import { type Call, defineCommand } from "@/lib/command/define-command";
import { AppError } from "@/lib/kernel/errors";

const requestCheckpointInput = z.object({
  reason: z.string().trim().min(1, "Say what the checkpoint is for.").max(200),
});

const noteRequest = defineCommand({
  permission: "audit:checkpoint",
  input: requestCheckpointInput,
  lock: "shared",
  run: async (_tx, { actor }, { reason }) => ({
    value: { reason },
    events: [
      {
        action: "audit.checkpointed",
        subject: { type: "program", id: actor.programId, label: actor.programName },
        after: { reason },
      },
    ],
  }),
});

/** Signs the head of the program's chain on request; the request itself is the last event it vouches for. */
export async function requestCheckpoint(
  call: Call,
  input: z.input<typeof requestCheckpointInput>,
): Promise<Checkpoint> {
  const { reason } = await noteRequest(call, input);
  return freshCheckpoint(call, reason);
}

/** @throws UNAVAILABLE when the key cannot be used: what was asked for is the signature itself. */
export async function freshCheckpoint({ actor }: Call, reason: string): Promise<Checkpoint> {
  try {
    return await checkpointAfter(actor, reason);
  } catch (cause) {
    const sentence =
      "The head of the trail could not be signed: the key file cannot be used. The request is recorded.";
    throw new AppError("UNAVAILABLE", sentence, { cause });
  }
}
