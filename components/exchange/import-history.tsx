import Link from "next/link";
import { Moment } from "@/components/ui/moment";
import { EmptyState } from "@/components/ui/states";
import { Status } from "@/components/ui/status";
import { Tbl } from "@/components/ui/table";
import { FORMAT_LABELS, resultWords, STATE_LABELS } from "@/lib/exchange/labels";
import type { ImportState, ImportSummary } from "@/lib/exchange/model";

const LIFECYCLE = {
  previewed: "in-progress",
  committed: "complete",
  discarded: "cancelled",
  uploaded: "not-started",
  reading: "in-progress",
  importing: "in-progress",
  failed: "blocked",
  undone: "cancelled",
} as const satisfies Record<ImportState, string>;

/** Every file that was brought in, newest first. */
export function ImportHistory({
  imports,
  slug,
  zone,
}: {
  imports: readonly ImportSummary[];
  slug: string;
  zone: string;
}) {
  if (imports.length === 0) {
    return (
      <EmptyState title="No file was brought in yet">
        Every file is kept here with what it changed: who brought it, when, and which rows were left out.
      </EmptyState>
    );
  }
  return (
    <Tbl caption="Earlier files" roomy stack="cards">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">State</th>
          <th scope="col">Result</th>
          <th scope="col" className="p3">
            Format
          </th>
          <th scope="col">By</th>
          <th scope="col">Brought in</th>
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link href={`/p/${slug}/imports/${one.id}`}>{one.fileName}</Link>
            </th>
            <td className="hl">
              <Status lifecycle={LIFECYCLE[one.state]} word={STATE_LABELS[one.state]} />
            </td>
            <td>{one.counts === null ? <NoResult state={one.state} /> : resultWords(one.counts)}</td>
            <td className="p3">
              {one.format === null ? (
                <span className="never">not recognised</span>
              ) : (
                FORMAT_LABELS[one.format]
              )}
            </td>
            <td className="half">{one.byName}</td>
            <td className="half2 nw">
              <Moment at={one.createdAt} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function NoResult({ state }: { state: ImportState }) {
  return <span className="soft">{state === "discarded" ? "nothing was imported" : "not imported yet"}</span>;
}
