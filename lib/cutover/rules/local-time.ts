/** The wall-clock text `YYYY-MM-DDTHH:mm` of an instant in a zone, as date fields want it; "" for none. */
export function localText(at: Date | null, zone: string): string {
  if (at === null) return "";
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return format.format(at).replace(" ", "T");
}
