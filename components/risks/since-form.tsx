import Form from "next/form";

/** Between which days the map tells movement; without a last day, up to now. */
export function SinceForm({
  path,
  kept,
  since,
  until,
  today,
}: {
  path: string;
  /** What else the address holds. */
  kept: Readonly<Record<string, string>>;
  since: string;
  until: string | null;
  today: string;
}) {
  return (
    <Form className="acts-row between" action={path} scroll={false} aria-label="Movement since">
      {Object.entries(kept).map(([name, value]) => (
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
