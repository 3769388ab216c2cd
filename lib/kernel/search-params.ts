/** The parameters of an address as a page gets them: each absent, given once or several times. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;
