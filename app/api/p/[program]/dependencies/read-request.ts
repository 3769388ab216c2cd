import { type GraphSearch, parseGraphSearch } from "@/lib/dependencies/rules/address";

/** The search of an address, and the workload it goes around where it names one. */
export function readGraphRequest(request: Request): { search: GraphSearch; around: string | null } {
  const params = new URL(request.url).searchParams;
  const names = [...new Set(params.keys())];
  const search = parseGraphSearch(Object.fromEntries(names.map((name) => [name, params.getAll(name)])));
  return { search, around: params.get("around") };
}
