import Link from "next/link";
import type { ListTable } from "@/lib/dependencies/model";
import styles from "./dependencies.module.css";

/** A chain as it is walked: each step waits for the next. */
export function ChainSteps({ chain, base }: { chain: ListTable; base: string }) {
  return (
    <ol className={styles.chain}>
      {chain.rows.map(({ id, cells: [, workload, criticality, wave, , link] }) => (
        <li key={id}>
          {workload?.workloadId === undefined ? null : (
            <Link href={`${base}/${workload.workloadId}`} prefetch={false}>
              {workload.text}
            </Link>
          )}
          <span>
            {criticality?.unknown ? "Criticality unknown" : criticality?.text},{" "}
            {wave?.unknown ? "no wave" : `wave ${wave?.text}`}
          </span>
          {workload?.sub ? <span>{workload.sub}</span> : null}
          {link?.unknown && link.text === "not stated" ? <span>next link: hardness not stated</span> : null}
        </li>
      ))}
    </ol>
  );
}
