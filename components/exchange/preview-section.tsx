import type { ReactNode } from "react";
import { PreviewRows } from "@/components/exchange/preview-rows";
import { RefusedDownloads } from "@/components/exchange/refused-downloads";
import { Tabs } from "@/components/ui/filters";
import { Link } from "@/components/ui/link";
import { Figure, Figures } from "@/components/ui/measure";
import { Pager } from "@/components/ui/pager";
import { ENTITY_LABELS, OUTCOME_LABELS } from "@/lib/exchange/labels";
import type { Counts, Outcome } from "@/lib/exchange/model/plan";
import type { Entity } from "@/lib/exchange/model/reading";
import type { Preview, PreviewShow } from "@/lib/exchange/model/view";
import { counted, formatCount } from "@/lib/kernel/text";

const ORDER = ["refused", "create", "update", "unchanged"] as const satisfies readonly Outcome[];

const SAYS: Record<Outcome, string> = {
  create: "not known here yet",
  update: "known, with other facts",
  unchanged: "known, stay as they are",
  refused: "cannot be taken as they are",
};

const SAYS_DONE: Record<Outcome, string> = {
  create: "added to the program",
  update: "brought up to date",
  unchanged: "stay as they were",
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
          value={formatCount(counts[outcome])}
          change={(done ? SAYS_DONE : SAYS)[outcome]}
        />
      ))}
    </Figures>
  );
}

/** Step 2: what the file would do, problems first. */
export function PreviewSection({
  preview,
  slug,
  importId,
  pageSize,
}: {
  preview: Preview;
  slug: string;
  importId: string;
  pageSize: number;
}) {
  const path = `/p/${slug}/imports/${importId}`;
  const shown = ORDER.filter((outcome) => preview.counts[outcome] > 0 || outcome === preview.show);
  const tabs: { show: PreviewShow; label: string; count: number }[] = [
    ...shown.map((show) => ({ show, label: OUTCOME_LABELS[show], count: preview.counts[show] })),
    ...(preview.questions > 0 || preview.show === "questions"
      ? [{ show: "questions" as const, label: "Questions", count: preview.questions }]
      : []),
  ];
  const of = (entity: Entity | null) => (entity === null ? "" : `&entity=${entity}`);
  return (
    <>
      <OutcomeFigures counts={preview.counts} />
      <Tabs
        label="Rows by what happens to them"
        items={tabs.map(({ show, label, count }) => ({
          label,
          href: `${path}?show=${show}#preview`,
          count: formatCount(count),
          current: show === preview.show,
        }))}
      />
      <div style={{ marginTop: 16 }}>
        {preview.show === "refused" && preview.total > 0 ? (
          <RefusedDownloads slug={slug} importId={importId} count={preview.counts.refused} />
        ) : null}
        {preview.entities.length > 1 ? (
          <EntityFilter
            preview={preview}
            hrefFor={(entity) => `${path}?show=${preview.show}${of(entity)}#preview`}
          />
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
          hrefFor={(page) => `${path}?show=${preview.show}${of(preview.entity)}&page=${page}#preview`}
        />
      ) : null}
    </>
  );
}

function EntityFilter({
  preview,
  hrefFor,
}: {
  preview: Preview;
  hrefFor: (entity: Entity | null) => string;
}) {
  return (
    <nav className="why" aria-label="Rows by what they are about" style={{ marginBottom: 16 }}>
      <Choice href={hrefFor(null)} current={preview.entity === null}>
        Everything
      </Choice>
      {preview.entities.map(({ entity, count }) => (
        <Choice key={entity} href={hrefFor(entity)} current={preview.entity === entity}>
          {counted(count, ENTITY_LABELS[entity].one, ENTITY_LABELS[entity].many)}
        </Choice>
      ))}
    </nav>
  );
}

function Choice({ href, current, children }: { href: string; current: boolean; children: ReactNode }) {
  return current ? (
    <b aria-current="true">{children}</b>
  ) : (
    <Link className="go" href={href}>
      {children}
    </Link>
  );
}
