import type { Actor } from "@/lib/access/model";
import { openSession } from "@/lib/auth/commands/open-session";
import { setPassword } from "@/lib/programs/commands/set-password";
import type { World } from "./world";

export const PASSWORD = "correct horse battery";

/** A member as they come by a browser: with a session, opened by password or through the demo's door. */
export async function atBrowser(
  world: World,
  actor: Actor,
  method: "password" | "demo" = "password",
): Promise<Actor & { sessionId: string; isInstanceAdmin: false; isDemo: boolean }> {
  if (method === "password")
    await setPassword({ account: world.admin }, { email: actor.email, password: PASSWORD });
  const account = { ...actor, isInstanceAdmin: false as const, isDemo: method === "demo" };
  const { sessionId } = await openSession(
    { account: { ...account, sessionId: null } },
    { method, address: "127.0.0.1", agent: "" },
  );
  return { ...account, sessionId, via: "browser" };
}
