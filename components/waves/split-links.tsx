import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Shape } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { WindowSpan } from "@/components/waves/window-span";
import { DEPENDENCY_KIND_LABELS } from "@/lib/dependencies/labels";
import { counted, formatCount } from "@/lib/kernel/text";
import type { SplitSpan, SplitStep } from "@/lib/waves/model/split";

const KINDS: ReadonlyMap<string, string> = new Map(Object.entries(DEPENDENCY_KIND_LABELS));

/** How many links lead from the new place to the old after each wave. */
export function SplitSteps({
  steps,
  after,
  hrefFor,
}: {
  steps: readonly SplitStep[];
  /** The number of the wave whose links are shown. */
  after: number | null;
  hrefFor: (number: number) => string;
}) {
  return (
    <Tbl caption="Links between the new place and the old after each wave" roomy stack="run">
      <Heads of={["After", "Window", "Links across", "Synchronous", "Kind unknown", "For good"]} />
      <tbody>
        {steps.map(({ wave, across, synchronous, kindUnknown, forGood }) => (
          <tr key={wave.id}>
            <th scope="row">
              <Link href={hrefFor(wave.number)} aria-current={wave.number === after ? "true" : undefined}>
                <span className="mute">{wave.number}</span>&ensp;{wave.name}
              </Link>
            </th>
            <td>
              {wave.window === null ? (
                <Missing>no window yet</Missing>
              ) : (
                <WindowSpan span={wave.window} zone={wave.window.zone} />
              )}
            </td>
            <td>
              {formatCount(across.length)}
              <span className="only-s"> across</span>
            </td>
            <td data-l="Synchronous">
              {synchronous === 0 ? (
                "none"
              ) : (
                <>
                  <Shape kind="risk" /> {formatCount(synchronous)}
                </>
              )}
            </td>
            <td data-l="Kind unknown">{kindUnknown === 0 ? "none" : formatCount(kindUnknown)}</td>
            <td data-l="For good">{forGood === 0 ? "none" : formatCount(forGood)}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

/** The links, each with how long it leads across. */
export function SplitList({ spans, program }: { spans: readonly SplitSpan[]; program: string }) {
  return (
    <Tbl caption="Links across" stack="run">
      <Heads of={["Link", "Kind", "Hardness", "Across"]} />
      <tbody>
        {spans.map(({ link, from, until, days }) => (
          <tr key={link.id}>
            <th scope="row">
              {link.kind === "synchronous" ? <Shape kind="risk" /> : null}{" "}
              <Link href={`${program}/workloads/${link.dependent.id}`}>{link.dependent.name}</Link> needs{" "}
              <Link href={`${program}/workloads/${link.needed.id}`}>{link.needed.name}</Link>
            </th>
            <td>{link.kind === null ? <Missing /> : (KINDS.get(link.kind) ?? link.kind)}</td>
            <td>{link.hardness ?? <Missing />}</td>
            <td>
              from wave {from.number} {until === null ? "on, for good" : `to wave ${until.number}`}
              {until === null ? (
                <span className="sub">the other end is in no wave</span>
              ) : (
                <span className="sub nw">{days === null ? "how long is unknown" : counted(days, "day")}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
