/** Starts what works beside requests, once for each server process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.WAVEGATE_JOBS === "0") return;
  const { startJobs } = await import("@/lib/exchange/commands/start-jobs");
  startJobs();
  const { startSweep } = await import("@/lib/evidence/commands/start-sweep");
  startSweep();
  const { startMail } = await import("@/lib/inbox/commands/start-mail");
  startMail();
}
