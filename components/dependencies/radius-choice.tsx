import { TextField } from "@/components/ui/fields";
import { FilterBar, FilterChips } from "@/components/ui/filters";
import { Link } from "@/components/ui/link";
import styles from "./dependencies.module.css";

type Named = { id: string; name: string };
type Props = {
  base: string;
  text: string;
  sources: readonly Named[];
  offers: readonly Named[];
  /** Address with one more chosen, one less, none. */
  addHref: (id: string) => string;
  removeHref: (id: string) => string;
  clearHref: string;
  full: boolean;
  wave: number | null;
  waves: readonly number[];
  /** Address with a whole wave lost; null without one. */
  waveHref: (wave: number | null) => string;
};

const MOST_WAVES = 30;

/** Which workloads are lost: chosen by name, kept in the address. */
export function RadiusChoice(props: Props) {
  const { base, text, sources, offers, addHref, removeHref, clearHref, full, wave, waves, waveHref } = props;
  const chosen = sources.map(({ id, name }) => ({ label: "Lost", value: name, removeHref: removeHref(id) }));
  const moved = { label: "Lost", value: `all of wave ${wave}`, removeHref: waveHref(null) };
  return (
    <div className={styles.choice}>
      <FilterChips chips={wave === null ? chosen : [...chosen, moved]} clearHref={clearHref} />
      {full ? (
        <p className="small mute">These are as many as can be asked for at once.</p>
      ) : (
        <FilterBar path={base} keep={{ tab: "radius" }} submit="Find">
          {wave === null ? null : <input type="hidden" name="wave" value={wave} />}
          {sources.map((one) => (
            <input key={one.id} type="hidden" name="w" value={one.id} />
          ))}
          <TextField
            name="q"
            type="search"
            label={sources.length === 0 ? "Workload that is lost" : "Another workload that is lost"}
            hint="Part of its name"
            defaultValue={text}
          />
        </FilterBar>
      )}
      <Offers offers={offers} text={text} addHref={addHref} />
      {wave === null && waves.length > 0 && text === "" ? (
        <div>
          <p className="small mute">Or a whole wave:</p>
          <ul className={styles.offers} aria-label="Waves to choose">
            {waves.slice(0, MOST_WAVES).map((number) => (
              <li key={number}>
                <Link className="btn sm" href={waveHref(number)} scroll={false}>
                  <span aria-hidden="true">+</span> Wave {number}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function Offers({ offers, text, addHref }: Pick<Props, "offers" | "text" | "addHref">) {
  if (offers.length === 0) {
    return text === "" ? null : (
      <p className="dense mute">{`No other workload has “${text}” in its name.`}</p>
    );
  }
  return (
    <div>
      {text === "" ? <p className="small mute">Or one of those whose loss weighs most:</p> : null}
      <ul className={styles.offers} aria-label="Workloads to choose">
        {offers.map(({ id, name }) => (
          <li key={id}>
            <Link className="btn sm" href={addHref(id)} scroll={false}>
              <span aria-hidden="true">+</span> {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
