const LOCAL = "http://local.invalid";

/** A path of this product, or "/" for whatever else was given: nobody is sent elsewhere after signing in. */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || /^\/[/\\]/.test(wanted) || !URL.canParse(wanted, LOCAL)) return "/";
  const url = new URL(wanted, LOCAL);
  // A path of dots can begin with two slashes only once it is resolved.
  const path = url.pathname.replace(/^\/{2,}/, "/");
  return url.origin === LOCAL ? `${path}${url.search}` : "/";
}
