import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

process.env.TZ = "Asia/Kathmandu";

const root = fileURLToPath(new URL(".", import.meta.url));
const elsewhere = ["node_modules/**", ".next/**", ".data/**", "e2e/**", "scripts/checks/**"];

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}prisma/testing/nothing.ts` },
    ],
  },
  test: {
    maxWorkers: 2,
    testTimeout: 10_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "**/*.db.test.ts"],
          setupFiles: ["./prisma/testing/quiet-console.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: elsewhere,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          globalSetup: ["./prisma/testing/start-cluster.ts"],
          setupFiles: ["./prisma/testing/clone-database.ts", "prisma/testing/quiet-console.ts"],
        },
      },
    ],
  },
});
