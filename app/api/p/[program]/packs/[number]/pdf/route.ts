import { handleRoute } from "@/lib/auth/route";
import { notFound } from "@/lib/kernel/errors";
import { paperOf } from "@/lib/packs/adapters/paper";
import { PaperFailure } from "@/lib/packs/model";
import { getPack } from "@/lib/packs/queries/packs";
import { packPaper } from "./pack-paper";

type Params = { params: Promise<{ program: string; number: string }> };

/** A frozen pack as a tagged PDF, to save; where none can be made, back to its page, which says why. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { program, number } = await params;
  return handleRoute(request, program, async (actor) => {
    const pack = /^[1-9]\d{0,5}$/.test(number) ? await getPack(actor, Number(number)) : null;
    if (pack === null) throw notFound("board pack");
    const page = `/p/${program}/packs/${number}`;
    // what is not what was frozen is shown with its warning, and never leaves as a file
    if (!pack.proof.isIntact) return seeOther(page);
    try {
      const pdf = await paperOf(await packPaper(pack.content, pack.proof.stored));
      const headers = {
        "content-type": "application/pdf",
        "content-length": String(pdf.length),
        "content-disposition": `attachment; filename="${program}-board-pack-${number}.pdf"`,
      };
      return new Response(new Uint8Array(pdf), { headers });
    } catch (error) {
      if (!(error instanceof PaperFailure)) throw error;
      return seeOther(`${page}?pdf=${error.why}`);
    }
  });
}

/** The way back stays within the address that was asked for, whatever stands before the server. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
