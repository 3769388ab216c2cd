/** Where one goes after adding evidence: to what it was attached to, else to its own page. */
export function placeAfter(slug: string, added: { evidenceId: string; path: string | null }): string {
  return `/p/${slug}/${added.path === null ? `evidence/${added.evidenceId}` : `${added.path}#evidence`}`;
}
