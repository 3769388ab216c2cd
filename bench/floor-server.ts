import { createServer } from "node:http";
import pg from "pg";

type Statement = { text: string; values: unknown[] };
const statements = JSON.parse(process.env.BENCH_STATEMENTS ?? "{}") as Record<string, Statement>;

/** The floor: `node:http` and `pg`, one named statement a request, no login session, no policy, no framework. */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_OWNER_URL,
  max: 8,
  options: "-c search_path=bench,public",
});

const server = createServer(async (request, response) => {
  const name = (request.url ?? "/").slice(1);
  const statement = statements[name];
  if (statement === undefined) return response.writeHead(404).end();
  const { rows } = await pool.query<{ json: string }>({ name, ...statement });
  response.writeHead(200, { "content-type": "application/json" }).end(rows[0]?.json);
});

server.listen(Number(process.env.BENCH_PORT), "127.0.0.1", () => process.send?.("ready"));
