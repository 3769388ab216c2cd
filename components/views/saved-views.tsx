"use client";
import { useSearchParams } from "next/navigation";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/choices";
import { TextField } from "@/components/ui/fields";
import { Link } from "@/components/ui/link";
import type { FormAction } from "@/lib/kernel/action-state";
import type { SavedViewRow, ViewPage } from "@/lib/views/model";
import { keptQuery } from "@/lib/views/rules/kept-query";

export type SavedViewsProps = {
  page: ViewPage;
  /** The address of the list. */
  path: string;
  views: readonly SavedViewRow[];
  /** Whether who looks keeps views; others read those that are shared. */
  mayKeep: boolean;
  mayShare: boolean;
  actions: { save: FormAction; share: FormAction; remove: FormAction };
};

/** The kept views of a list, the one being looked at marked, and a field to keep the present one. */
export function SavedViews({ page, path, views, mayKeep, mayShare, actions }: SavedViewsProps) {
  const here = keptQuery(useSearchParams().toString());
  const current = views.find((view) => view.query === here);
  return (
    <details className="views">
      <summary className="btn">{current ? `View: ${current.name}` : "Views"}</summary>
      <div className="popover">
        <h2>Views of this list</h2>
        {views.length === 0 ? (
          <p className="soft">None is kept yet. Filter and sort the list, then keep it under a name.</p>
        ) : (
          <ul className="rows dense">
            {views.map((view) => (
              <ViewLine
                key={view.id}
                view={view}
                href={view.query === "" ? path : `${path}?${view.query}`}
                current={view === current}
                mayShare={mayShare}
                actions={actions}
              />
            ))}
          </ul>
        )}
        {mayKeep && current === undefined ? (
          <ActionForm
            action={actions.save}
            hidden={{ page, query: here }}
            submit="Keep this view"
            submitLook={{ size: "sm" }}
            aria-label="Keep this view"
          >
            <TextField name="name" label="Name of the view" maxLength={80} required />
            {mayShare ? <Checkbox name="shared" label="For everybody who reads this program" /> : null}
          </ActionForm>
        ) : null}
      </div>
    </details>
  );
}

function ViewLine({
  view,
  href,
  current,
  mayShare,
  actions,
}: {
  view: SavedViewRow;
  href: string;
  current: boolean;
  mayShare: boolean;
  actions: SavedViewsProps["actions"];
}) {
  const { id, version, name, shared, mine, by } = view;
  const hidden = { viewId: id, version };
  return (
    <li>
      <Link href={href} aria-current={current ? "true" : undefined}>
        {name}
      </Link>{" "}
      <span className="mute">{mine ? (shared ? "shared" : "yours alone") : `by ${by}`}</span>
      {mine ? (
        <span className="acts">
          {mayShare || shared ? (
            <ActionForm
              action={actions.share}
              hidden={shared ? hidden : { ...hidden, shared: "on" }}
              className=""
              aria-label={`Sharing of ${name}`}
            >
              <SubmitButton size="sm" variant="ghost">
                {shared ? "Keep to yourself" : "Share"}
                <span className="vh"> {name}</span>
              </SubmitButton>
            </ActionForm>
          ) : null}
          <ActionForm action={actions.remove} hidden={hidden} className="" aria-label={`Take away ${name}`}>
            <SubmitButton size="sm" variant="ghost">
              Take away<span className="vh"> {name}</span>
            </SubmitButton>
          </ActionForm>
        </span>
      ) : null}
    </li>
  );
}
