import { handleRoute } from "@/lib/auth/route";
import { usedByWords, VALIDITY_LABELS } from "@/lib/evidence/labels";
import type { EvidenceRow } from "@/lib/evidence/model";
import { exportEvidence } from "@/lib/evidence/queries/list-evidence";
import { evidenceSearch } from "@/lib/evidence/rules/search";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import type { OutCell } from "@/lib/exchange/model/sheet";

const COLUMNS = [
  "title",
  "revision",
  "file or link",
  "type",
  "bytes",
  "sha256",
  "validity",
  "valid until",
  "note",
  "added by",
  "added",
  "used by",
];

/** The evidence as the address filters it, without pages. What was not stated says so. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = evidenceSearch(Object.fromEntries(new URL(request.url).searchParams));
    const rows = await exportEvidence(actor, search, new Date());
    return tableResponse(request, {
      name: `${program}-evidence`,
      title: "Evidence",
      header: COLUMNS,
      rows: rows.map(cells),
    });
  });
}

function cells({ title, newest, uses }: EvidenceRow): OutCell[] {
  const { content } = newest;
  const isFile = content.kind === "file";
  return [
    title,
    newest.number,
    isFile ? content.fileName : content.url,
    isFile ? content.mediaType : "link",
    isFile ? content.bytes : "",
    isFile ? content.sha256 : "",
    VALIDITY_LABELS[newest.validity],
    newest.validUntil ?? "not stated",
    newest.note,
    newest.by,
    newest.addedAt.toISOString(),
    usedByWords(uses) ?? "nothing",
  ];
}
