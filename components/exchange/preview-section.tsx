import { PreviewRows } from "@/components/exchange/preview-rows";
import { Tabs } from "@/components/ui/filters";
import { Figure, Figures } from "@/components/ui/measure";
import { Pager } from "@/components/ui/pager";
import { OUTCOME_LABELS } from "@/lib/exchange/labels";
import type { Counts, Outcome, Preview } from "@/lib/exchange/model";
import { counted } from "@/lib/kernel/text";

const ORDER = ["refused", "create", "update", "unchanged"] as const satisfies readonly Outcome[];

const SAYS: Record<Outcome, string> = {
  create: "not known here yet",
  update: "known, with other facts",
  unchanged: "known, nothing differs",
  refused: "cannot be taken as they are",
};

const SAYS_DONE: Record<Outcome, string> = {
  create: "added to the program",
  update: "brought up to date",
  unchanged: "held already",
  refused: "left out",
};

/** The four numbers of a plan, or of what was done. */
export function OutcomeFigures({ counts, done }: { counts: Counts; done?: boolean }) {
  const order = ["create", "update", "unchanged", "refused"] as const;
  return (
    <Figures>
      {order.map((outcome) => (
        <Figure
          key={outcome}
          label={OUTCOME_LABELS[outcome]}
          value={counts[outcome].toLocaleString("en-GB")}
          change={(done ? SAYS_DONE : SAYS)[outcome]}
        />
      ))}
    </Figures>
  );
}

/** Step 2: what the file would do, problems first. */
export function PreviewSection({
  preview,
  path,
  pageSize,
}: {
  preview: Preview;
  path: string;
  pageSize: number;
}) {
  const shown = ORDER.filter((outcome) => preview.counts[outcome] > 0 || outcome === preview.show);
  return (
    <>
      <OutcomeFigures counts={preview.counts} />
      <Tabs
        label="Rows by what happens to them"
        items={shown.map((outcome) => ({
          label: OUTCOME_LABELS[outcome],
          href: `${path}?show=${outcome}#preview`,
          count: preview.counts[outcome].toLocaleString("en-GB"),
          current: outcome === preview.show,
        }))}
      />
      <div style={{ marginTop: 16 }}>
        {preview.show === "refused" && preview.total > 0 ? (
          <p className="why" style={{ marginBottom: 16 }}>
            <a className="go" href={`/api${path}/refused`} download>
              Download {counted(preview.total, "refused row")} with their problems
            </a>
          </p>
        ) : null}
        {preview.total === 0 ? (
          <p className="soft">No row of this kind.</p>
        ) : (
          <PreviewRows show={preview.show} rows={preview.rows} />
        )}
      </div>
      {preview.total > pageSize ? (
        <Pager
          page={preview.page}
          pageSize={pageSize}
          total={preview.total}
          hrefFor={(page) => `${path}?show=${preview.show}&page=${page}#preview`}
        />
      ) : null}
    </>
  );
}
