import Form from "next/form";
import { type RiskSearch, riskHref } from "@/lib/risks/rules/search";

/** Between which days the map tells movement; without a last day, up to now. */
export function SinceForm({
  path,
  search,
  since,
  until,
  today,
}: {
  path: string;
  search: RiskSearch;
  since: string;
  until: string | null;
  today: string;
}) {
  const kept = new URL(riskHref(path, search, { since: undefined, until: undefined }), "http://kept")
    .searchParams;
  return (
    <Form className="acts-row" action={path} scroll={false} aria-label="Movement since">
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="small soft nw" htmlFor="map-since">
        Moved since
      </label>
      <input
        id="map-since"
        className="input"
        type="date"
        name="since"
        defaultValue={since}
        max={today}
        style={{ width: 150 }}
      />
      <label className="small soft nw" htmlFor="map-until">
        until
      </label>
      <input
        id="map-until"
        className="input"
        type="date"
        name="until"
        defaultValue={until ?? ""}
        max={today}
        title="Leave empty for now"
        style={{ width: 150 }}
      />
      <button className="btn" type="submit">
        Show
      </button>
    </Form>
  );
}
