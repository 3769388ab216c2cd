import pg from "pg";
import type { Actor } from "@/lib/access/model";
import { accountByEmail } from "@/lib/auth/account-by-email";
import { actorInProgram } from "@/lib/auth/actor-in-program";
import { AppError, notFound } from "@/lib/kernel/errors";

/** Who imports: the member named by address, else the program's only program manager. */
export async function actorFor(slug: string, as: string | undefined): Promise<Actor> {
  const email = as?.trim().toLowerCase() ?? (await onlyManager(slug));
  const account = await accountByEmail(email);
  const actor = account === null ? null : await actorInProgram(account, slug, "command-line");
  if (actor !== null) return actor;
  throw new AppError("NOT_FOUND", `${email} is no member of a program ${slug}, or there is no such program.`);
}

async function onlyManager(slug: string): Promise<string> {
  const emails = await managersOf(slug);
  const [only, another] = emails;
  if (only === undefined) throw notFound(`program ${slug} with a program manager`);
  if (another === undefined) return only;
  throw new AppError(
    "INVALID",
    `The program has several program managers: name who imports with --as EMAIL (${emails.join(", ")}).`,
  );
}

/** Read with the owner's login, since nobody is signed in yet. */
async function managersOf(slug: string): Promise<string[]> {
  const connectionString = process.env.DATABASE_OWNER_URL;
  if (!connectionString)
    throw new AppError("INVALID", "DATABASE_OWNER_URL is not set: name who imports with --as EMAIL.");
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ email: string }>(
      `SELECT u.email FROM "Membership" m JOIN "User" u ON u.id = m."userId" JOIN "Program" p ON p.id = m."programId"
       WHERE p.slug = $1 AND m.role = 'program_manager' AND u."disabledAt" IS NULL
         AND (m."endsAt" IS NULL OR m."endsAt" > now()) ORDER BY u.email`,
      [slug],
    );
    return rows.map((row) => row.email);
  } finally {
    await client.end();
  }
}
