/** Largest file that is taken; bytes. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** A file up to this size is read while its sender waits, and an import of so few rows written; others are jobs. */
export const SMALL_BYTES = 300_000;
export const SMALL_ROWS = 1_000;

/** A workbook as it is kept, and what it may unpack to; bytes. */
export const MAX_WORKBOOK_BYTES = 50 * 1024 * 1024;
export const MAX_UNPACKED_BYTES = 500 * 1024 * 1024;
export const MAX_ROWS = 200_000;
export const MAX_COLUMNS = 500;

/** Cells of a whole file, up to the last one of each row that holds text. */
export const MAX_CELLS = 5_000_000;

/** Characters of one cell. */
export const MAX_CELL = 100_000;
