import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Refusal } from "./steps.mjs";

/**
 * Who the database server runs as. PostgreSQL refuses root, so root lends it the account `postgres`, which is
 * created when the system has none.
 * @returns {{uid: number, gid: number} | null} null: as whoever runs this
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return null;
  return findAccount() ?? createAccount();
}

/** Whether `account` may do what `flag` of test(1) asks for (`-x`, `-w`, `-r`) with `path`. */
export function accountCan(account, flag, path) {
  const result = spawnSync("/bin/sh", ["-c", 'test "$1" "$2"', "sh", flag, path], { ...account, cwd: "/" });
  return result.status === 0;
}

function findAccount() {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("postgres:"));
  if (!line) return null;
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

function createAccount() {
  const shell = ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"];
  const busybox = ["-S", "-D", "-H", "postgres"];
  spawnSync("useradd", shell).status === 0 || spawnSync("adduser", busybox);
  const account = findAccount();
  if (account) return account;
  throw new Refusal(
    "PostgreSQL does not run as root, and no account `postgres` could be created; start as another user.",
  );
}
