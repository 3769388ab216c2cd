import { describe, expect, it } from "vitest";
import type { WaitingItem } from "../model";
import { settingsLink, writeMail } from "./write-mail";

const reader = {
  name: "Helen <b>Brandt</b>",
  zone: "Europe/London",
  program: { name: "Corvane to cloud", slug: "corvane" },
  base: new URL("https://wavegate.example.com/governance/"),
};
const item: WaitingItem = {
  key: "one",
  title: 'Sign <script>alert("x")</script> & more',
  detail: "First line\nBcc: nobody@example.com",
  href: "/waves/3/gate",
  verb: "Read and decide",
  dueAt: new Date("2026-11-26T17:00:00Z"),
  dueOn: null,
  ended: false,
};

describe("a mail", () => {
  const mail = writeMail({ action: [item], late: [{ ...item, key: "two" }], changed: [] }, reader);

  it("says in its subject what it holds", () => {
    expect(mail.subject).toBe("Corvane to cloud: 1 late, 1 for you to do");
  });

  it("says the same as text and as HTML, with what people wrote escaped and within its line", () => {
    expect(mail.text).toContain("* Sign <script>");
    expect(mail.text).toContain("  First line Bcc: nobody@example.com\n  Due Thu 26 Nov 2026, 17:00 GMT");
    expect(mail.html).toContain("Sign &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more");
    expect(mail.html).toContain("Hello Helen &lt;b&gt;Brandt&lt;/b&gt;");
    expect(mail.html).not.toContain("<script");
  });

  it("links to the product alone and loads nothing", () => {
    const links = [...mail.html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link);
    expect(new Set(links)).toEqual(
      new Set(
        ["/waves/3/gate", "/inbox", "/inbox/settings"].map(
          (path) => `https://wavegate.example.com/governance/p/corvane${path}`,
        ),
      ),
    );
    expect(mail.html).not.toMatch(/<(img|link|style|iframe)/);
    expect(settingsLink(reader)).toBe("https://wavegate.example.com/governance/p/corvane/inbox/settings");
  });

  it("names so many and says how many more there are", () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ ...item, key: String(at) }));
    expect(writeMail({ action: many, late: [], changed: [] }, reader).text).toContain(
      "And 15 more in your inbox.",
    );
  });
});
