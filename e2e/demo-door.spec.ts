import { expect, test } from "./fixtures";
import { type Answer, ask } from "./routes/ask";

const BORDER = "----a-form";

test("the demo's door opens on this machine and nowhere else", async ({ site }) => {
  const host = new URL(site).host;
  const page = await ask(site, "/sign-in");
  expect(page.body).toContain("Continue as executive");
  const form = demoForm(page.body);

  const here = await push(site, form, { host, origin: site });
  expect(sessionOf(here), "the form works as it is sent by a browser without script").not.toBeNull();

  const elsewhere: Record<string, string>[] = [
    { host: "wavegate.example", origin: "http://wavegate.example" },
    { host, origin: site, "x-forwarded-for": "203.0.113.9" },
    { host, origin: site, forwarded: "for=203.0.113.9" },
    { host, origin: site, "x-forwarded-host": "wavegate.example" },
    {
      host,
      origin: site,
      "x-forwarded-for": "203.0.113.9",
      "x-wavegate-peer": "127.0.0.1",
      "x-wavegate-forwarded": "0",
    },
  ];
  for (const headers of elsewhere) {
    const shown = await ask(site, "/sign-in", { headers });
    expect(shown.body, JSON.stringify(headers)).not.toContain("Continue as executive");
    const pushed = await push(site, form, headers);
    expect(sessionOf(pushed), JSON.stringify(headers)).toBeNull();
  }
});

test("the cookie of a session is closed to scripts and to other sites", async ({ site }) => {
  const page = await ask(site, "/sign-in");
  const answer = await push(site, demoForm(page.body), { host: new URL(site).host, origin: site });
  expect(sessionOf(answer)).toMatch(/; HttpOnly/i);
  expect(sessionOf(answer)).toMatch(/; SameSite=(Lax|Strict)/i);
  expect(sessionOf(answer)).toMatch(/; Path=\//i);
});

/** The hidden values of the form of the demo's people, as the page holds them. */
function demoForm(html: string): [string, string][] {
  const form = html.split("<form").find((part) => part.includes("Continue as executive")) ?? "";
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)];
  return [
    ...inputs.map(([, name = "", value = ""]): [string, string] => [plain(name), plain(value)]),
    ["role", "executive"],
  ];
}

function plain(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

function push(
  base: string,
  form: readonly [string, string][],
  headers: Record<string, string>,
): Promise<Answer> {
  const parts = form.map(
    ([name, value]) => `--${BORDER}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join("")}--${BORDER}--\r\n`;
  const type = `multipart/form-data; boundary=${BORDER}`;
  const length = String(Buffer.byteLength(body));
  return ask(base, "/sign-in", {
    method: "POST",
    body,
    headers: { ...headers, "content-type": type, "content-length": length },
  });
}

/** The cookie that opens a session; null when none was set. */
function sessionOf({ headers }: Answer): string | null {
  return (
    (headers["set-cookie"] ?? []).find((cookie) => /session/i.test(cookie) && !/Max-Age=0/i.test(cookie)) ??
    null
  );
}
