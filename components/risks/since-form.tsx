import Form from "next/form";
import { type RiskSearch, riskHref } from "@/lib/risks/rules/search";

/** From which day the map tells movement. */
export function SinceForm({
  path,
  search,
  since,
  today,
}: {
  path: string;
  search: RiskSearch;
  since: string;
  today: string;
}) {
  const kept = new URL(riskHref(path, search, { since: undefined }), "http://kept").searchParams;
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
      <button className="btn" type="submit">
        Show
      </button>
    </Form>
  );
}
