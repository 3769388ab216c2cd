import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";
import { QUESTIONS } from "./questions-asked";

const PAGE = new URL("../docs/questions.md", import.meta.url);

for (const who of ["executive", "platform engineer", "business owner"] as const) {
  test(`the ten questions of the ${who} are answered within two clicks of home`, async ({ signInAs }) => {
    const page = await signInAs(who);
    const pages = new Map<string, Promise<string>>();
    const read = (path: string) => {
      const known = pages.get(path) ?? page.request.get(`/p/demo${path}`).then((answer) => answer.text());
      pages.set(path, known);
      return known;
    };
    const asked = QUESTIONS.filter((question) => question.who === who);
    expect(asked).toHaveLength(10);
    for (const { asks, clicks, says } of asked) {
      expect(clicks.length, asks).toBeLessThanOrEqual(2);
      let at = "";
      for (const click of clicks) {
        expect(linksOf(await read(at)), `${asks}: ${click} is a link on ${at || "home"}`).toContain(
          `/p/demo${click}`,
        );
        at = click;
      }
      expect(wordsOf(await read(at)), `${asks}: ${at || "home"} says`).toMatch(says);
    }
  });
}

test("the page of questions lists the same questions and ways", () => {
  const rows = readFileSync(PAGE, "utf8")
    .split("\n")
    .filter((line) => /^\| (executive|platform engineer|business owner) \|/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, 4)
        .map((cell) => cell.trim()),
    );
  const told = QUESTIONS.map(({ who, asks, clicks }) => [
    who,
    asks,
    ["home", ...clicks].map((at) => `\`${at}\``).join(" → "),
  ]);
  expect(rows).toEqual(told);
});

/** The addresses that a page links to, its navigation among them. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
}

/** What a page says, without its marks. */
function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}
