import type { ReactNode } from "react";
import { DependencyTable, type ListLinks } from "@/components/dependencies/list-table";
import { ExportLinks } from "@/components/ui/export-links";
import { Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import type { ListPage } from "@/lib/dependencies/model";
import { type GraphSearch, graphQuery } from "@/lib/dependencies/rules/address";
import { ROWS_PER_PAGE } from "@/lib/dependencies/rules/list-page";

type Props = ListLinks & {
  title: string;
  id: string;
  finding?: ReactNode;
  list: ListPage;
  search: GraphSearch;
  /** The page itself, to which order and page are added. */
  path: string;
  /** The list as a file. */
  csv: string;
  actions?: ReactNode;
  before?: ReactNode;
};

/** A list of the dependency pages: sorted, in pages, as CSV. */
export function ListSection({
  title,
  id,
  finding,
  list,
  search,
  path,
  csv,
  actions,
  before,
  ...links
}: Props) {
  const to = (change: Partial<GraphSearch>) => `${path}${graphQuery(search, change)}#${id}`;
  return (
    <Section
      title={title}
      id={id}
      finding={finding}
      actions={
        <>
          {actions}
          {list.total === 0 ? null : <ExportLinks href={csv} count={list.total} />}
        </>
      }
    >
      {before}
      {list.total === 0 ? null : (
        <DependencyTable
          caption={title}
          table={list}
          sortHref={(sort, descending) => to({ sort, descending, page: 1 })}
          {...links}
        />
      )}
      {list.total > ROWS_PER_PAGE ? (
        <Pager
          page={list.page}
          pageSize={ROWS_PER_PAGE}
          total={list.total}
          hrefFor={(page) => to({ page })}
        />
      ) : null}
    </Section>
  );
}
