import { checkDatabase } from "@/lib/db/health";
import { environment } from "@/lib/kernel/environment";

export const dynamic = "force-dynamic";

/** For probes, without sign-in: 200 when requests can be served, else 503 with what fails. */
export async function GET(): Promise<Response> {
  const health = await checkDatabase();
  const missing = health.missingMigrations;
  const healthy = health.database && missing?.length === 0;
  const body = {
    status: healthy ? "ok" : "failing",
    database: health.database ? "ok" : "unreachable",
    version: environment().WAVEGATE_VERSION,
    migrations:
      missing === null ? "unknown" : missing.length === 0 ? "current" : `missing ${missing.join(", ")}`,
  };
  return Response.json(body, { status: healthy ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
