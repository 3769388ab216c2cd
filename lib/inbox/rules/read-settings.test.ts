import { describe, expect, it } from "vitest";
import { headerText, isMailAddress, readMailSettings } from "./read-settings";

const GIVEN = {
  SMTP_URL: "smtps://wave%40gate:s%2Fcret@mail.example.com",
  MAIL_FROM: "Wavegate <wavegate@example.com>",
  WAVEGATE_URL: "https://wavegate.example.com/",
};

describe("the settings of mail", () => {
  it("are ready when all three are there", () => {
    expect(readMailSettings(GIVEN)).toMatchObject({
      state: "ready",
      smtp: {
        host: "mail.example.com",
        port: 465,
        secure: true,
        auth: { user: "wave@gate", pass: "s/cret" },
      },
      from: "Wavegate <wavegate@example.com>",
    });
  });

  it("name what is missing", () => {
    expect(readMailSettings({ ...GIVEN, SMTP_URL: "", WAVEGATE_URL: " " })).toEqual({
      state: "missing",
      missing: ["SMTP_URL", "WAVEGATE_URL"],
    });
  });

  it.each([
    ["SMTP_URL", "mail.example.com:25"],
    ["SMTP_URL", "https://user:s3cret@mail.example.com"],
    ["MAIL_FROM", "wavegate"],
    ["MAIL_FROM", "Wavegate <a@example.com>\r\nBcc: b@example.com"],
    ["MAIL_FROM", "a@example.com, b@example.com"],
    ["WAVEGATE_URL", "javascript:alert(1)"],
    ["WAVEGATE_URL", "https://u:s3cret@wavegate.example.com"],
  ])("refuse a %s of %j, and repeat none of it", (name, value) => {
    const found = readMailSettings({ ...GIVEN, [name]: value });
    expect(found).toMatchObject({ state: "wrong", problem: expect.stringMatching(new RegExp(`^${name} `)) });
    expect(JSON.stringify(found)).not.toContain("s3cret");
  });

  it("ask for TLS everywhere but on this machine", () => {
    const tls = (SMTP_URL: string) => {
      const found = readMailSettings({ ...GIVEN, SMTP_URL });
      return found.state === "ready" ? [found.smtp.port, found.smtp.requireTls] : null;
    };
    expect(tls("smtp://mail.example.com")).toEqual([587, true]);
    expect(tls("smtp://127.0.0.1:2525")).toEqual([2525, false]);
    expect(tls("smtp://[::1]:25")).toEqual([25, false]);
  });
});

describe("what goes into a header", () => {
  it.each(["a@b.example", "first.last+tag@mail-1.example.com"])("%s is an address", (text) => {
    expect(isMailAddress(text)).toBe(true);
  });
  it.each([
    "",
    "a",
    "a@",
    "a@b.example\r\nBcc: c@d.example",
    "a@b.example,c@d.example",
    "<a@b.example>",
    "A B <a@b.example>",
    "a@b example",
  ])("%j is none", (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
  it("is one line", () => {
    expect(headerText("Corvane\r\nBcc: x@y.example\u2028now")).toBe("Corvane Bcc: x@y.example now");
    expect(headerText("x".repeat(300))).toHaveLength(200);
  });
});
