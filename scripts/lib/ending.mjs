import { endChildren } from "./child.mjs";
import { say } from "./steps.mjs";

/**
 * What is to be undone when this process ends, the last thing first. It ends by SIGINT, SIGTERM, SIGHUP, when the npm
 * that started it is gone, or by an error; each is handled once, and a second signal ends it at once.
 * @returns `add(undo)`
 */
export function endOnce() {
  const undos = [];
  let ending = false;
  const end = async (reason, code) => {
    if (ending) return process.exit(1);
    ending = true;
    // Connections that break while everything is taken down are no news.
    process.on("uncaughtException", () => {});
    endChildren();
    say(`\nStopping (${reason}).`);
    const failed = await undoAll(undos);
    say(failed ? `Stopped, but ${failed}` : "Stopped.");
    process.exit(failed ? 1 : code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(signal, 0));
  watchNpm(() => end("npm has ended", 0));
  return { add: (undo) => undos.push(undo), undo: () => undoAll(undos) };
}

async function undoAll(undos) {
  let failed = null;
  while (undos.length > 0) {
    try {
      await undos.pop()();
    } catch (error) {
      failed = error.message;
    }
  }
  return failed;
}

/** npm passes no signal on when it is killed; its child would live on unseen and hold the port. */
function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    gone();
  }, 500);
  look.unref();
}
