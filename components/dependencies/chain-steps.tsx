import { Link } from "@/components/ui/link";
import type { ListTable } from "@/lib/dependencies/model";
import { formatCount } from "@/lib/kernel/text";
import styles from "./dependencies.module.css";

const MOST_STEPS = 24;

type Props = { chain: ListTable; base: string; allHref: string };

/** A chain as it is walked: each step waits for the next. Of a very long one the beginning. */
export function ChainSteps({ chain, base, allHref }: Props) {
  const more = chain.rows.length - MOST_STEPS;
  return (
    <ol className={styles.chain}>
      {chain.rows.slice(0, MOST_STEPS).map(({ id, cells: [, workload, criticality, wave, , link] }) => (
        <li key={id}>
          {workload?.workloadId === undefined ? null : (
            <Link href={`${base}/${workload.workloadId}`}>{workload.text}</Link>
          )}
          <span>
            {criticality?.unknown ? "Criticality unknown" : criticality?.text},{" "}
            {wave?.unknown ? "no wave" : `wave ${wave?.text}`}
          </span>
          {workload?.sub ? <span>{workload.sub}</span> : null}
          {link?.unknown && link.text === "not stated" ? <span>next link: hardness not stated</span> : null}
        </li>
      ))}
      {more > 0 ? (
        <li>
          <Link href={allHref}>{`${formatCount(more)} more steps`}</Link>
        </li>
      ) : null}
    </ol>
  );
}
