import type { ZoneLine } from "@/lib/waves/rules/window-words";

/** The window in several zones, one line each; the first is the wave's own. */
export function WindowZones({ lines }: { lines: readonly ZoneLine[] }) {
  return (
    <span className="zones">
      {lines.flatMap((line, at) => [
        <span key={`${line.zone} starts`} className={at === 0 ? undefined : "z"}>
          {line.starts}
        </span>,
        <span key={`${line.zone} ends`} className={at === 0 ? undefined : "z"}>
          {line.ends}
        </span>,
        <span key={`${line.zone} place`} className="nw">
          {line.place}
        </span>,
      ])}
    </span>
  );
}
