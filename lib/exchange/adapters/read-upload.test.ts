import { describe, expect, it } from "vitest";
import { readUpload, type Upload } from "./read-upload";

const CRLF = "\r\n";
const TYPE = "multipart/form-data; boundary=b";

function bodyOf(content: string, { end = true, name = "a.csv" } = {}): string {
  const head = `--b${CRLF}content-disposition: form-data; name="format"${CRLF}${CRLF}workloads${CRLF}--b${CRLF}content-disposition: form-data; name="file"; filename="${name}"${CRLF}content-type: text/csv${CRLF}${CRLF}`;
  return `${head}${content}${end ? `${CRLF}--b--${CRLF}` : ""}`;
}

async function upload(body: string, announced = Buffer.byteLength(body), type = TYPE) {
  const request = new Request("http://x/", { method: "POST", body, headers: { "content-type": type } });
  return readUpload(request, announced, async ({ fileName, fields, chunks }: Upload) => {
    let text = "";
    for await (const chunk of chunks) text += Buffer.from(chunk).toString();
    return { fileName, format: fields.format, text };
  });
}

describe("readUpload", () => {
  it("streams the file with the fields that stood before it", async () => {
    expect(await upload(bodyOf("name\nA"))).toEqual({
      fileName: "a.csv",
      format: "workloads",
      text: "name\nA",
    });
  });

  it.each([
    ["a body shorter than announced", bodyOf("name\nA"), 5000],
    ["a body longer than announced", bodyOf("name\nA"), 10],
    ["a form that was cut in the file", bodyOf("name\nA", { end: false }), undefined],
  ])("refuses %s", async (_, body, announced) => {
    await expect(upload(body, announced)).rejects.toMatchObject({
      code: "INVALID",
      message: "The file did not arrive whole. Nothing was kept; try again.",
    });
  });

  it("does not wait for the rest of a form that breaks off after the file", async () => {
    const tail = `--b${CRLF}content-disposition${CRLF}${CRLF}${"x".repeat(300_000)}${CRLF}--b--${CRLF}`;
    const body = bodyOf("name\nA").replace(`--b--${CRLF}`, tail);
    await expect(upload(body)).resolves.toMatchObject({ text: "name\nA" });
  });

  it.each([
    [
      "no file",
      `--b${CRLF}content-disposition: form-data; name="format"${CRLF}${CRLF}x${CRLF}--b--${CRLF}`,
      TYPE,
    ],
    ["a file without a name", bodyOf("x", { name: "" }), TYPE],
    ["another kind of body", "{}", "application/json"],
  ])("refuses %s", async (_, body, type) => {
    await expect(upload(body, undefined, type)).rejects.toMatchObject({ message: "Choose a file first." });
  });

  it("refuses a form without a border", async () => {
    await expect(upload("x", undefined, "multipart/form-data; x=1")).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});
