import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { handleRoute } from "@/lib/auth/route";
import { bringIn } from "@/lib/calendar/commands/bring-in";
import { icsRefusalWords } from "@/lib/calendar/labels";
import { PERIOD_KINDS } from "@/lib/calendar/model";
import { AppError } from "@/lib/kernel/errors";

const MOST_BYTES = 1_048_576;
/** What a form adds around the file: borders, names, the other fields. */
const FORM_OVERHEAD = 64 * 1024;

type Params = { params: Promise<{ program: string }> };

/** Brings a calendar file in and leads to the calendar, or back to the form with the kind of fault in its address. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { program } = await params;
  const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
  return handleRoute(request, program, async (actor) => {
    try {
      const result = await take(request, actor);
      return wantsJson ? Response.json(result, { status: 201 }) : moved(`/p/${program}/calendar`);
    } catch (error) {
      if (wantsJson || !(error instanceof AppError) || error.code !== "INVALID") throw error;
      const { file = "other", at } = error.fields;
      const query = new URLSearchParams({ refused: file, ...(at === undefined ? {} : { at }) });
      return moved(`/p/${program}/calendar/bring-in?${query}`);
    }
  });
}

async function take(request: Request, actor: Actor) {
  if (!can(actor, "calendar:write"))
    throw new AppError("FORBIDDEN", "Your role in this program does not include this.");
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (announced > MOST_BYTES + FORM_OVERHEAD) throw refused("too-large");
  const form = Number.isSafeInteger(announced) ? await request.formData().catch(() => null) : null;
  const file = form?.get("file");
  if (form === null || !(file instanceof File) || file.size === 0) throw refused("no-file");
  if (file.size > MOST_BYTES) throw refused("too-large");
  const textOf = (name: string) => String(form.get(name) ?? "");
  return bringIn(
    { actor },
    {
      text: (await file.text()).replaceAll("\u0000", ""),
      kind: PERIOD_KINDS.find((kind) => kind === form.get("kind")) ?? "freeze",
      zone: textOf("zone"),
      siteId: textOf("siteId"),
      workload: textOf("workload"),
    },
  );
}

function refused(file: "too-large" | "no-file"): AppError {
  return new AppError("INVALID", icsRefusalWords(file, null) ?? "", { fields: { file } });
}

function moved(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
