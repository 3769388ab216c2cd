import pg from "pg";

/**
 * Sets the present demo program aside: it keeps its history under another address, its memberships end, and the
 * accounts of its people make room for the new ones. Nothing is deleted: an audit chain is never cut.
 */
export async function setAsideDemo(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    const suffix = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    await client.query(
      `UPDATE "Membership" SET "endsAt" = now() WHERE "programId" IN (SELECT id FROM "Program" WHERE slug = 'demo' AND "isDemo")
       AND ("endsAt" IS NULL OR "endsAt" > now())`,
    );
    await client.query(`UPDATE "User" SET email = 'until-${suffix}.' || email, "disabledAt" = now()
      WHERE email LIKE '%@demo.wavegate.example' AND email NOT LIKE 'until-%'`);
    await client.query(
      `UPDATE "Program" SET slug = $1, name = name || ' (set aside)' WHERE slug = 'demo' AND "isDemo"`,
      [`demo-${suffix}`],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    await client.end();
  }
}
