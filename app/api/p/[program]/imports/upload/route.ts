import type { Actor } from "@/lib/access/model";
import { handleRoute } from "@/lib/auth/route";
import { readUpload } from "@/lib/exchange/adapters/read-upload";
import { readImport } from "@/lib/exchange/commands/read-import";
import { receiveFile, refuseLarge } from "@/lib/exchange/commands/receive-file";
import { refusalKind } from "@/lib/exchange/labels";
import { requireImporter } from "@/lib/exchange/queries/batch";
import { formatInput } from "@/lib/exchange/schema";
import { wakeWorker } from "@/lib/jobs/worker";
import { AppError } from "@/lib/kernel/errors";

/** What a form adds around the file: borders, names, the choice of a format. */
const FORM_OVERHEAD = 64 * 1024;

type Params = { params: Promise<{ program: string }> };

/** Takes a file for its preview and leads to it. A page with script asks for JSON, a plain form is moved on. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { program } = await params;
  const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
  return handleRoute(request, program, async (actor) => {
    try {
      const { importId } = await takeFile(request, actor);
      const location = `/p/${program}/imports/${importId}`;
      return wantsJson ? Response.json({ location }, { status: 201 }) : moved(location);
    } catch (error) {
      if (wantsJson || !(error instanceof AppError)) throw error;
      return moved(`/p/${program}/imports?refused=${refusalKind(error)}`);
    }
  });
}

/** Streams the file of the form into its parts; a small one is read at once. */
async function takeFile(request: Request, actor: Actor): Promise<{ importId: string }> {
  requireImporter(actor);
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!Number.isSafeInteger(announced)) throw incomplete();
  refuseLarge(Math.max(1, announced - FORM_OVERHEAD));
  const { importId, file } = await readUpload(request, announced, async ({ fileName, fields, chunks }) => {
    const format = formatInput.safeParse(fields.format);
    const told = {
      fileName,
      format: format.success ? format.data : null,
      sourceName: fields.sourceName ?? null,
    };
    return receiveFile({ actor }, told, chunks);
  });
  if (file === null) wakeWorker("imports");
  else await readImport(actor, importId, file);
  return { importId };
}

function moved(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

function incomplete(): AppError {
  return new AppError("INVALID", "The file did not arrive whole. Nothing was kept; try again.");
}
