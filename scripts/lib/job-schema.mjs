import PgBoss from "pg-boss";
import { APP_ROLE } from "./roles.mjs";

/** The queues of the product, as `lib/jobs/model.ts` names them; a test compares the two. */
export const JOB_QUEUES = ["imports", "mail"];

/** Where a job goes that was tried as often as it may be. */
export const givenUp = (queue) => `${queue}-given-up`;

const QUEUE = { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 3600 };
/** A mail server may be away for most of a day: half a minute at first, then twice as long each time. */
const MAIL = { retryLimit: 10, retryDelay: 30, retryBackoff: true, expireInSeconds: 300 };

/**
 * Brings the schema of the job queue and its queues to what the product expects, with the owner's login; the same again
 * changes nothing. The product's login reads and writes jobs and alters nothing.
 * @param {import("pg").Client} client
 */
export async function prepareJobs(client) {
  const boss = new PgBoss({ db: { executeSql: (text, values) => client.query(text, values) }, ...QUIET });
  boss.on("error", () => {});
  await client.query("SET client_min_messages = warning");
  await boss.start();
  for (const name of JOB_QUEUES) {
    await boss.createQueue(givenUp(name), { retryLimit: 3 });
    await boss.createQueue(name, { ...(name === "mail" ? MAIL : QUEUE), deadLetter: givenUp(name) });
  }
  await boss.stop({ graceful: false });
  await client.query(`DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP_ROLE}') THEN
      REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss FROM PUBLIC;
      GRANT USAGE ON SCHEMA pgboss TO ${APP_ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON pgboss.job TO ${APP_ROLE};
      GRANT SELECT, INSERT, DELETE ON pgboss.archive TO ${APP_ROLE};
      GRANT SELECT ON pgboss.queue TO ${APP_ROLE};
      GRANT SELECT, UPDATE ON pgboss.version TO ${APP_ROLE};
    END IF; END $$`);
}

const QUIET = { supervise: false, schedule: false, migrate: true };
