/** Endings that name an environment or a running number of the same thing. */
const ENVIRONMENT = /(prod|production|prd|live|test|tst|qa|uat|dev|stage|staging|preprod|new|old|copy)$/u;

/** The form in which likely duplicates are the same: no punctuation, no blanks, no environment at the end. */
export function likenessKey(name: string): string {
  const bare = name.normalize("NFKC").toLowerCase();
  const words = bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  while (words.length > 1 && ENVIRONMENT.test(words.at(-1) ?? "") && isEnvironment(words.at(-1))) words.pop();
  return words.join("");
}

/** Groups of two and more whose names are alike, each in the order given. */
export function alike<T extends { name: string }>(things: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = likenessKey(thing.name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return [...groups.entries()]
    .filter(([key, group]) => key !== "" && group.length > 1)
    .map(([, group]) => group);
}

function isEnvironment(word: string | undefined): boolean {
  return word !== undefined && word.replace(ENVIRONMENT, "") === "";
}
