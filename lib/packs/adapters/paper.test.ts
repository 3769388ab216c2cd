import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PAPER_PROBLEMS } from "../labels";
import { makesPaper, paperFolder, paperOf } from "./paper";

/** Stands in for Chromium: finds out where the file is wanted, then does as the test says. */
const BEGINS = `#!/bin/sh
for one in "$@"; do case "$one" in --print-to-pdf=*) out="\${one#--print-to-pdf=}";; esac; done
`;
const PRINTS = 'printf "%%PDF-1.4 /MarkInfo /StructTreeRoot" > "$out"\n';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), "wavegate-paper-"));
  vi.stubEnv("DATABASE_URL", "postgres://nowhere");
  vi.stubEnv("WAVEGATE_DATA_DIR", home);
  vi.stubEnv("TMPDIR", home);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(home, { recursive: true, force: true });
});

async function chromiumThat(does: string): Promise<void> {
  const file = path.join(home, "chromium");
  await writeFile(file, `${BEGINS}${does}`);
  await chmod(file, 0o755);
  vi.stubEnv("WAVEGATE_CHROMIUM", file);
}

/** The lines that a stand-in wrote into a file of the data folder. */
async function written(name: string): Promise<string[]> {
  return (await readFile(path.join(home, name), "utf8")).trim().split("\n");
}

describe("paperOf", () => {
  it("is not made where no Chromium is named, and says what to do", async () => {
    vi.stubEnv("WAVEGATE_CHROMIUM", " ");
    expect(makesPaper()).toBe(false);
    await expect(paperOf("<p>1</p>")).rejects.toMatchObject({ why: "off" });
    expect(PAPER_PROBLEMS.off).toMatch(/Print this page.*WAVEGATE_CHROMIUM/);
  });

  it("prints a page once, keeps it under its digest and leaves nothing else", async () => {
    await chromiumThat(`${PRINTS}echo once >> "${path.join(home, "asked")}"\n`);
    expect(makesPaper()).toBe(true);
    const [first, second] = await Promise.all([paperOf("<p>1</p>"), paperOf("<p>1</p>")]);
    expect(first.toString()).toContain("/StructTreeRoot");
    expect(second).toEqual(first);
    expect(await written("asked")).toEqual(["once"]);
    expect(await readdir(paperFolder())).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.pdf$/)]);
    expect((await readdir(home)).toSorted()).toEqual(["asked", "chromium", "paper"]);
  });

  it("hands on neither the page nor a secret, by the command line or the environment", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", "nobody may know this");
    await chromiumThat(`${PRINTS}{ env; echo "$@"; } > "${path.join(home, "given")}"\n`);
    await paperOf("<p>Board of Corvane</p>");
    const given = (await written("given")).join("\n");
    expect(given).toContain("--print-to-pdf=");
    expect(given).not.toMatch(/nobody may know this|postgres:|Corvane/);
  });

  it("prints one at a time and tells the fifth to come back", async () => {
    const log = path.join(home, "turns");
    await chromiumThat(`echo begins >> "${log}"\n${PRINTS}echo ends >> "${log}"\n`);
    const asked = await Promise.allSettled([1, 2, 3, 4, 5].map((page) => paperOf(`<p>${page}</p>`)));
    expect(asked.map(({ status }) => status)).toEqual([...Array(4).fill("fulfilled"), "rejected"]);
    expect(asked[4]).toMatchObject({ reason: { why: "busy" } });
    expect(await written("turns")).toEqual(Array(4).fill(["begins", "ends"]).flat());
  });

  it("kills what takes too long with all it started, and goes on", async () => {
    const log = path.join(home, "helper");
    await chromiumThat(`sleep 600 & echo $! > "${log}"\nwait\n`);
    await expect(paperOf("<p>1</p>", 5000)).rejects.toMatchObject({ why: "late" });
    const [helper] = await written("helper");
    await vi.waitFor(() => expect(() => process.kill(Number(helper), 0)).toThrow("ESRCH"), 10_000);
    expect(await readdir(paperFolder())).toEqual([]);
    expect((await readdir(home)).toSorted()).toEqual(["chromium", "helper", "paper"]);
    await chromiumThat(PRINTS);
    expect((await paperOf("<p>1</p>")).length).toBeGreaterThan(0);
  });

  it.each([
    ["failed", "echo no display >&2\nexit 1\n"],
    ["failed", "exit 0\n"],
    ["failed", 'printf "<html>" > "$out"\n'],
    ["untagged", 'printf "%%PDF-1.4" > "$out"\n'],
  ])("gives out nothing when Chromium %s: %s", async (why, does) => {
    await chromiumThat(does);
    await expect(paperOf("<p>1</p>")).rejects.toMatchObject({ why });
    expect(await readdir(paperFolder())).toEqual([]);
    expect(vi.mocked(process.stderr.write).mock.calls.join()).toContain('"event":"paper.failed"');
  });

  it("says that what is named cannot be started", async () => {
    vi.stubEnv("WAVEGATE_CHROMIUM", path.join(home, "nothing"));
    await expect(paperOf("<p>1</p>")).rejects.toMatchObject({ why: "not-started" });
    await writeFile(path.join(home, "text"), "#!/nowhere/sh\n");
    await chmod(path.join(home, "text"), 0o755);
    vi.stubEnv("WAVEGATE_CHROMIUM", path.join(home, "text"));
    await expect(paperOf("<p>1</p>")).rejects.toMatchObject({ why: "not-started" });
  });

  it("takes away what is old when the next is made", async () => {
    await chromiumThat(PRINTS);
    await paperOf("<p>1</p>");
    const [old = ""] = await readdir(paperFolder());
    await utimes(path.join(paperFolder(), old), 0, 0);
    await mkdir(path.join(home, "wavegate-print-left"));
    await utimes(path.join(home, "wavegate-print-left"), 0, 0);
    await paperOf("<p>2</p>");
    expect(await readdir(paperFolder())).toHaveLength(1);
    expect(await readdir(paperFolder())).not.toContain(old);
    expect(await readdir(home)).not.toContain("wavegate-print-left");
  });
});
