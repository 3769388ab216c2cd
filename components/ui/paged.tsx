import type { ReactNode } from "react";
import { Pager } from "@/components/ui/pager";

const ROWS = 50;

export type PagedProps<Row> = {
  rows: readonly Row[];
  /** As the address has it: whatever somebody wrote. */
  page: string | readonly string[] | undefined;
  hrefFor: (page: number) => string;
  children: (rows: readonly Row[]) => ReactNode;
};

/** A table of 50 of the rows, with the way to the others where there are more. */
export function Paged<Row>({ rows, page: asked, hrefFor, children }: PagedProps<Row>) {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  const wanted = typeof asked === "string" && /^\d{1,6}$/.test(asked) ? Number(asked) : 1;
  const page = Math.min(Math.max(1, wanted), pages);
  return (
    <>
      {children(rows.slice((page - 1) * ROWS, page * ROWS))}
      {pages > 1 ? <Pager page={page} pageSize={ROWS} total={rows.length} hrefFor={hrefFor} /> : null}
    </>
  );
}
