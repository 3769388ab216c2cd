import { handleRoute } from "@/lib/auth/route";
import { exportTrail } from "@/lib/programs/commands/export-trail";

/** The program's trail as a signed file of JSON lines. A POST, because an export is itself an event. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const { fileName, lines } = await exportTrail({ actor });
    return new Response(streamOf(lines), {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": `attachment; filename="${fileName}"`,
        "x-content-type-options": "nosniff",
      },
    });
  });
}

/** Reads on only as fast as the reader takes it. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
