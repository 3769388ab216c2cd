import type { Actor } from "@/lib/access/model";
import { handleRoute } from "@/lib/auth/route";
import { previewImport, refuseLarge } from "@/lib/exchange/commands/preview-import";
import { refusalKind } from "@/lib/exchange/labels";
import { requireImporter } from "@/lib/exchange/queries/load-import";
import { formatInput } from "@/lib/exchange/schema";
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

async function takeFile(request: Request, actor: Actor): Promise<{ importId: string }> {
  requireImporter(actor);
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!Number.isSafeInteger(announced)) throw incomplete();
  refuseLarge(Math.max(1, announced - FORM_OVERHEAD));
  const body = await request.arrayBuffer();
  if (body.byteLength !== announced) throw incomplete();
  const form = await formOf(body, request.headers.get("content-type") ?? "");
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") throw noFile();
  const format = formatInput.safeParse(form.get("format"));
  const content = new Uint8Array(await file.arrayBuffer());
  const input = { fileName: file.name, content, format: format.success ? format.data : null };
  return previewImport({ actor }, input);
}

async function formOf(body: ArrayBuffer, type: string): Promise<FormData> {
  if (!/^multipart\/form-data;/iu.test(type)) throw noFile();
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch (cause) {
    throw new AppError("INVALID", "The upload cannot be read. Choose the file and try again.", { cause });
  }
}

function moved(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

function noFile(): AppError {
  return new AppError("INVALID", "Choose a file first.", { fields: { file: "Choose a file first." } });
}

function incomplete(): AppError {
  return new AppError("INVALID", "The file did not arrive whole. Nothing was kept; try again.");
}
