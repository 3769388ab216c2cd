import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Paged } from "./paged";

const rows = Array.from({ length: 120 }, (_, n) => n + 1);
const shown = (page: string | undefined, some = rows) =>
  renderToStaticMarkup(
    <Paged rows={some} page={page} hrefFor={(to) => `?page=${to}`}>
      {(here) => <p>{`${here[0]} to ${here.at(-1)}`}</p>}
    </Paged>,
  );

it("shows fifty rows and the way to the others", () => {
  expect(shown(undefined)).toContain("<p>1 to 50</p>");
  expect(shown("2")).toContain("<p>51 to 100</p>");
  expect(shown("2")).toContain("51–100 of 120");
});

it("takes an address for what it can mean", () => {
  expect(shown("99")).toContain("<p>101 to 120</p>");
  expect(shown("0")).toContain("<p>1 to 50</p>");
  expect(shown("many")).toContain("<p>1 to 50</p>");
});

it("has no pager where all of it is there", () => {
  expect(shown(undefined, rows.slice(0, 50))).toBe("<p>1 to 50</p>");
});
