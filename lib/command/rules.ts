type Issue = { path: readonly PropertyKey[]; message: string };

/** The first message of each field, by its path; what concerns the whole is under "form". */
export function fieldMessages(issues: readonly Issue[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const field = issue.path.length === 0 ? "form" : issue.path.map(String).join(".");
    fields[field] ??= issue.message;
  }
  return fields;
}
