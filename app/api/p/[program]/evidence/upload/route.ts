import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { handleRoute } from "@/lib/auth/route";
import { addFile } from "@/lib/evidence/commands/add-evidence";
import { reviseByFile } from "@/lib/evidence/commands/revise-evidence";
import { REFUSALS, refusalCode } from "@/lib/evidence/labels";
import { MAX_FILE_BYTES } from "@/lib/evidence/model";
import { placeAfter } from "@/lib/evidence/rules/place-after";
import { readUpload, type Upload } from "@/lib/exchange/adapters/read-upload";
import { AppError } from "@/lib/kernel/errors";

/** What a form adds around the file: borders, names, the note. */
const FORM_OVERHEAD = 64 * 1024;

type Params = { params: Promise<{ program: string }> };

/** Keeps a file as new evidence or as a revision. A page with script asks for JSON, a plain form is moved on. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { program } = await params;
  const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
  let asked: Upload["fields"] = {};
  return handleRoute(request, program, async (actor) => {
    try {
      const location = await takeFile(request, actor, (fields) => {
        asked = fields;
      });
      return wantsJson ? Response.json({ location }, { status: 201 }) : moved(location);
    } catch (error) {
      if (wantsJson || !(error instanceof AppError)) throw error;
      return moved(`/p/${program}/evidence/${pageOf(asked, refusalCode(error.message))}`);
    }
  });
}

/** Streams the file of the form into the store; answers where its page is. */
async function takeFile(
  request: Request,
  actor: Actor,
  hear: (fields: Upload["fields"]) => void,
): Promise<string> {
  requireRight(actor, "evidence:write");
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!Number.isSafeInteger(announced)) throw new AppError("INVALID", REFUSALS.incomplete);
  if (announced - FORM_OVERHEAD > MAX_FILE_BYTES) {
    const message = REFUSALS["too-large"];
    throw new AppError("INVALID", message, { fields: { file: message } });
  }
  return readUpload(request, announced, async ({ fields, ...sent }) => {
    hear(fields);
    const { evidenceId, title = "", ...told } = fields;
    const slug = actor.programSlug;
    if (evidenceId === undefined) return placeAfter(slug, await addFile({ actor }, { title, ...told }, sent));
    await reviseByFile({ actor }, { evidenceId, ...told }, sent);
    return placeAfter(slug, { evidenceId, path: null });
  });
}

/** The page whose plain form was refused, with why. */
function pageOf({ evidenceId, attachType, attachId }: Upload["fields"], refused: string): string {
  if (evidenceId !== undefined) return `${encodeURIComponent(evidenceId)}?refused=${refused}#revise`;
  const attach: Record<string, string> = attachType && attachId ? { attachType, attachId } : {};
  return `new?${new URLSearchParams({ ...attach, refused })}`;
}

function moved(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
