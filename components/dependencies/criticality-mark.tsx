import { CRITICALITY_LABELS } from "@/lib/workloads/labels";
import type { Criticality } from "@/lib/workloads/model/workload";
import styles from "./dependencies.module.css";

const BARS: Record<Criticality, number> = { revenue: 3, operational: 2, support: 1 };

/** The shape of a criticality: three bars, two, one; a broken ring where nobody has said. A word stands beside it. */
export function CriticalityShape({ criticality }: { criticality: Criticality | null }) {
  if (criticality === null) {
    return (
      <svg className={`${styles.bars} ${styles.unknown}`} viewBox="0 0 12 12" aria-hidden="true">
        <circle
          cx="6"
          cy="6"
          r="4.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray="3 2"
        />
      </svg>
    );
  }
  return (
    <svg className={`${styles.bars} ${styles[criticality]}`} viewBox="0 0 12 12" aria-hidden="true">
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={bar * 4 + 0.5}
          y={7.5 - bar * 3}
          width="3"
          height={4 + bar * 3}
          fill={bar < BARS[criticality] ? "currentColor" : "none"}
          stroke="currentColor"
          strokeWidth="0.8"
          strokeOpacity={bar < BARS[criticality] ? 1 : 0.5}
        />
      ))}
    </svg>
  );
}

/** Shape and word of a criticality. */
export function CriticalityMark({ criticality }: { criticality: Criticality | null }) {
  return (
    <span className={styles.mark}>
      <CriticalityShape criticality={criticality} />
      <span>{criticality === null ? "Criticality unknown" : CRITICALITY_LABELS[criticality]}</span>
    </span>
  );
}
