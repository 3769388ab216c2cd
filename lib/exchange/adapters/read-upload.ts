import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { AppError } from "@/lib/kernel/errors";
import { REFUSALS } from "../labels";

/** The file of a form as it comes; `fields` holds what stood before it in the form. */
export type Upload = {
  fileName: string;
  fields: Readonly<Record<string, string>>;
  chunks: AsyncIterable<Uint8Array>;
};

/**
 * Streams the first file of a multipart form to `take`, which nothing holds in memory. What comes is counted: an upload that
 * was cut on its way fails `take`'s reading, so that it keeps nothing.
 * @param announced the length of the body as its header says
 * @throws INVALID in words when there is no file or the body is not whole
 */
export async function readUpload<T>(
  request: Request,
  announced: number,
  take: (upload: Upload) => Promise<T>,
): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  if (request.body === null || !/^multipart\/form-data;/iu.test(type)) throw noFile();
  let received = 0;
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  body.on("data", (chunk: Uint8Array) => {
    received += chunk.byteLength;
  });
  const ended = new Promise<void>((resolve) => body.once("close", resolve));
  async function* whole(file: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
    try {
      yield* file;
    } catch {
      throw incomplete();
    }
    await ended;
    if (received !== announced) throw incomplete();
  }
  return new Promise<T>((resolve, reject) => {
    const form = open(type, reject);
    if (form === null) return;
    const fields: Record<string, string> = {};
    let taken: Promise<T> | null = null;
    form.on("field", (name, value) => {
      fields[name] = value;
    });
    form.on("file", (_name, file, { filename }) => {
      if (taken !== null || !filename) return file.resume();
      taken = take({ fileName: filename, fields, chunks: whole(file) });
      taken.then(resolve, (error) => {
        body.destroy();
        reject(error);
      });
    });
    form.on("error", () => (taken === null ? reject(unreadable()) : body.destroy(incomplete())));
    form.on("close", () => (taken === null ? reject(noFile()) : undefined));
    body.on("error", () => form.destroy(incomplete()));
    body.pipe(form);
  });
}

function open(type: string, reject: (error: AppError) => void): busboy.Busboy | null {
  try {
    return busboy({
      headers: { "content-type": type },
      defParamCharset: "utf8",
      limits: { files: 2, fields: 20, fieldSize: 10_000, parts: 30 },
    });
  } catch {
    reject(unreadable());
    return null;
  }
}

function noFile(): AppError {
  const message = REFUSALS["no-file"];
  return new AppError("INVALID", message, { fields: { file: message } });
}

function incomplete(): AppError {
  return new AppError("INVALID", REFUSALS.incomplete);
}

function unreadable(): AppError {
  return new AppError("INVALID", "The upload cannot be read. Choose the file and try again.");
}
