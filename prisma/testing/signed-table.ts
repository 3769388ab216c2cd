/** A table that the snapshot of a gate is read from, with what each of its columns is to a signature. */
export type SignedTable = {
  table: string;
  /** Name of the row in the world of the test. */
  row: string;
  material?: Readonly<Record<string, string>>;
  cosmetic?: readonly string[];
  fixed?: readonly string[];
  /** Changed, it is another gate that is looked at; with the reason. */
  elsewhere?: Readonly<Record<string, string>>;
  gone?: string;
  /** Another value, in SQL, where one made up by its type would be none. */
  to?: Readonly<Record<string, string>>;
};

/** The words where a row comes or goes. */
export const PART = "part of it";
export const READINGS = "recovery (time|point) target";
