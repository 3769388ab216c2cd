import { Readable } from "node:stream";
import { handleRoute } from "@/lib/auth/route";
import { readKept } from "@/lib/evidence/adapters/store";
import { getFile } from "@/lib/evidence/queries/get-evidence";
import { attachment } from "@/lib/evidence/rules/file-name";

type Params = { params: Promise<{ program: string; evidence: string; revision: string }> };

/** The file of a revision, to save; the proxy's policy sees to it that nothing of it is shown, run or loaded. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { program, evidence, revision } = await params;
  return handleRoute(request, program, async (actor) => {
    const file = await getFile(actor, evidence, revision);
    const bytes = await readKept(actor.programId, file);
    if (bytes === null) return gone(file.title, revision, file.sha256);
    // a stream of Node's is one of the web's, in its own words
    const body = Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>;
    const headers = {
      "content-type": file.mediaType,
      "content-length": String(file.bytes),
      "content-disposition": attachment(file.fileName),
    };
    return new Response(body, { headers });
  });
}

function gone(title: string, revision: string, sha256: string): Response {
  const words =
    `The file of revision ${revision} of “${title}” is recorded, but it is not in the store of this installation.\n` +
    "Whoever runs it can bring it back from the backup of the evidence folder; nothing else is lost.\n" +
    `Its SHA-256 is ${sha256}.\n`;
  return new Response(words, {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
