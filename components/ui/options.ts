export type Option = { value: string; label: string };

/** One option a value with its label, in the order of the labels, or of `values` where only some are offered. */
export function optionsOf<Value extends string>(
  labels: Readonly<Record<Value, string>>,
  values?: readonly NoInfer<Value>[],
): Option[] {
  if (values !== undefined) return values.map((value) => ({ value, label: labels[value] }));
  return Object.entries<string>(labels).map(([value, label]) => ({ value, label }));
}

/** Options of people, sites or whatever else has a name: the id is sent, the name is shown. */
export function namedOptions(items: readonly { id: string; name: string }[]): Option[] {
  return items.map(({ id, name }) => ({ value: id, label: name }));
}

/** Options that are sent as they are shown. */
export function plainOptions(words: readonly string[]): Option[] {
  return words.map((word) => ({ value: word, label: word }));
}
