import { Link } from "@/components/ui/link";
import { BulkBar } from "@/components/ui/table";
import {
  bulkQuery,
  countMarked,
  MOST_MARKED,
  type Selection,
  searchOfMarked,
} from "@/components/workloads/selection";
import { formatCount } from "@/lib/kernel/text";
import type { WorkloadPage } from "@/lib/workloads/model/list";
import type { WorkloadSearch } from "@/lib/workloads/model/search";
import { searchQuery } from "@/lib/workloads/rules/search";

type Props = {
  path: string;
  api: string;
  search: WorkloadSearch;
  selection: Selection;
  page: WorkloadPage;
  onAll: () => void;
  onClear: () => void;
};

/** What is marked, how to mark everything that matches, and what can be done with it; nothing while nothing is marked. */
export function MarkedBar({ path, api, search, selection, page, onAll, onClear }: Props) {
  const count = countMarked(selection, page.matched);
  if (count === 0) return null;
  const more = !selection.all && page.matched > count;
  return (
    <BulkBar count={count}>
      {more && count >= page.rows.length ? (
        <button className="btn sm" type="button" onClick={onAll}>
          Mark all {formatCount(page.matched)} that match
        </button>
      ) : null}
      <Link className="btn sm" href={`${path}/bulk${bulkQuery(selection, search)}`}>
        Change these
      </Link>
      <a className="go" href={`${api}/export.csv${searchQuery(searchOfMarked(selection, search))}`} download>
        CSV of these
      </a>
      <span className="soft">Each is shown before it is changed.</span>
      {count >= MOST_MARKED && !selection.all ? (
        <span className="soft">At most {MOST_MARKED} one by one; filter, then mark all that match.</span>
      ) : null}
      <button className="go" type="button" onClick={onClear}>
        Clear marks
      </button>
    </BulkBar>
  );
}
