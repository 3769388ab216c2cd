import type { TestProject } from "vitest/node";
import { openTestCluster } from "@/scripts/lib/test-cluster.mjs";

/** What each test file needs to make a database of its own. */
export interface TestCluster {
  superUrl: string;
  port: number;
  ownerPassword: string;
  webPassword: string;
  auditKeyFile: string;
}

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** Starts one PostgreSQL for the whole run and migrates the template; the function it returns ends both. */
export default async function startCluster(project: TestProject) {
  const { server, secrets, close } = await openTestCluster();
  const { ownerPassword, webPassword, auditKeyFile } = secrets;
  project.provide("cluster", {
    superUrl: server.superUrl(),
    port: server.port,
    ownerPassword,
    webPassword,
    auditKeyFile,
  });
  return close;
}
