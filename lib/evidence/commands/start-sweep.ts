import "server-only";
import { sweepStore } from "../adapters/sweep-store";

/** Clears files away that no row names, beside whatever else starts; after a failure the next start tries again. */
export function startSweep(): void {
  sweepStore().then(
    (removed) => (removed === 0 ? undefined : note("info", { event: "evidence.swept", removed })),
    (error) =>
      note("error", {
        event: "evidence.not-swept",
        message: error instanceof Error ? error.message : String(error),
      }),
  );
}

function note(level: "info" | "error", what: { event: string; removed?: number; message?: string }): void {
  process.stderr.write(`${JSON.stringify({ level, at: new Date().toISOString(), ...what })}\n`);
}
