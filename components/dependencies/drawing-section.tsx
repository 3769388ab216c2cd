import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { CriticalityMark } from "./criticality-mark";
import styles from "./dependencies.module.css";
import { DrawingFrame } from "./drawing-frame";

type Props = {
  title: string;
  finding: string;
  /** Where the drawing is fetched: JSON of a `DrawingAnswer`. */
  source: string;
  base: string;
  /** The page that shows the drawing alone. */
  aloneHref: string;
  /** Shown on small screens too. */
  alone: boolean;
  criticality: boolean;
};

/** The drawing beside its list. On small screens only a link: a list is read better there. */
export function DrawingSection({ title, finding, source, base, aloneHref, alone, criticality }: Props) {
  return (
    <Section title={title} id="drawing" finding={finding}>
      {alone ? null : (
        <p className="only-s">
          <Link className="go" href={aloneHref}>
            Open the drawing
          </Link>
        </p>
      )}
      <div className={alone ? undefined : "not-s"}>
        <DrawingFrame source={source} base={base} tall={alone} label={title} />
        <Key criticality={criticality} />
      </div>
    </Section>
  );
}

function Key({ criticality }: { criticality: boolean }) {
  return (
    <div className={`key ${styles.legend}`}>
      <span>
        <LineKey look={styles.hard} /> Hard: does not work without
      </span>
      <span>
        <LineKey look={styles.soft} /> Soft: works on with less
      </span>
      <span>
        <LineKey look={styles.unstated} /> Hardness not stated
      </span>
      <span>
        <LineKey look={styles.hard} dot /> Synchronous call
      </span>
      <span>
        <i className={styles.circleKey} /> In a circle
      </span>
      {criticality ? (
        <>
          <CriticalityMark criticality="revenue" />
          <CriticalityMark criticality="operational" />
          <CriticalityMark criticality="support" />
          <CriticalityMark criticality={null} />
        </>
      ) : null}
      <span>An arrow leads from what depends to what it needs.</span>
    </div>
  );
}

function LineKey({ look, dot }: { look: string | undefined; dot?: boolean }) {
  return (
    <svg viewBox="0 0 24 12" aria-hidden="true">
      <path className={`${styles.edge} ${look}`} d="M0 6H18" />
      <path className={styles.head} d="M24 6 17 2.5v7Z" />
      {dot ? <circle className={styles.dot} cx="9" cy="6" r="3" /> : null}
    </svg>
  );
}
