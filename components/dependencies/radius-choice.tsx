import Link from "next/link";
import { TextField } from "@/components/ui/fields";
import { FilterBar, FilterChips } from "@/components/ui/filters";
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
};

/** Which workloads are lost: chosen by name, kept in the address. */
export function RadiusChoice({ base, text, sources, offers, addHref, removeHref, clearHref, full }: Props) {
  return (
    <>
      <FilterChips
        chips={sources.map(({ id, name }) => ({ label: "Lost", value: name, removeHref: removeHref(id) }))}
        clearHref={clearHref}
      />
      {full ? (
        <p className="small mute">These are as many as can be asked for at once.</p>
      ) : (
        <FilterBar path={base} keep={{ tab: "radius" }} submit="Find">
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
    </>
  );
}

function Offers({ offers, text, addHref }: Pick<Props, "offers" | "text" | "addHref">) {
  if (offers.length === 0) {
    return text === "" ? null : (
      <p className="dense mute">{`No other workload has “${text}” in its name.`}</p>
    );
  }
  return (
    <>
      {text === "" ? <p className="small mute">Or one of those whose loss weighs most:</p> : null}
      <ul className={styles.offers} aria-label="Workloads to choose">
        {offers.map(({ id, name }) => (
          <li key={id}>
            <Link className="btn sm" href={addHref(id)} scroll={false} prefetch={false}>
              <span aria-hidden="true">+</span> {name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
