import { SavedViews } from "@/components/views/saved-views";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { ViewPage } from "@/lib/views/model";
import { listViews } from "@/lib/views/queries/list-views";
import { removeViewAction, saveViewAction, shareViewAction } from "./actions";

/** The kept views of a list, for the head of its page; nothing for who keeps none and has none to read. */
export async function ViewsOf({ actor, page }: { actor: Actor; page: ViewPage }) {
  const mayKeep = can(actor, "view:save");
  const views = await listViews(actor, page);
  if (!mayKeep && views.length === 0) return null;
  const slug = actor.programSlug;
  return (
    <SavedViews
      page={page}
      path={`/p/${slug}/${page}`}
      views={views}
      mayKeep={mayKeep}
      mayShare={can(actor, "workload:write")}
      actions={{
        save: saveViewAction.bind(null, slug),
        share: shareViewAction.bind(null, slug),
        remove: removeViewAction.bind(null, slug),
      }}
    />
  );
}
