import { requirePermission } from "@/lib/access/require-permission";
import { handleRoute } from "@/lib/auth/route";
import { csvResponse } from "@/lib/exchange/adapters/write-csv";
import { TEMPLATES } from "@/lib/exchange/model";
import { templateTable } from "@/lib/exchange/rules/templates";
import { notFound } from "@/lib/kernel/errors";

type Params = { params: Promise<{ program: string; name: string }> };

/** A template as CSV: its header and two rows that can be imported as they are. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { program, name } = await params;
  return handleRoute(request, program, async (actor) => {
    requirePermission(actor, "import:run", "template");
    const template = TEMPLATES.find((one) => one === name.replace(/\.csv$/u, ""));
    if (template === undefined) throw notFound("template");
    return csvResponse(`wavegate-${template}.csv`, templateTable(template));
  });
}
