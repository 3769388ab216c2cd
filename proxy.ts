import { type NextRequest, NextResponse } from "next/server";
import {
  ANSWER_HEADERS,
  forwardedToDrop,
  isReadablePath,
  isTrusted,
  policyOf,
  refusalOf,
  STRICT_TRANSPORT,
  securityPolicy,
} from "@/lib/auth/edge-rules";

/**
 * What every response carries, and what no request may bring along. Who may do what is decided in the page, the
 * query and the command; nothing here opens a door.
 */
export function proxy(request: NextRequest): NextResponse {
  const refusal = refusalOf(request.method, request.headers);
  if (refusal)
    return withHeaders(new NextResponse(refusal, { status: 403 }), request, securityPolicy("", false));

  const nonce = btoa(crypto.randomUUID());
  const policy = policyOf(request.nextUrl.pathname, nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  for (const name of forwardedToDrop(process.env.WAVEGATE_TRUSTED_PROXIES, peerOf(request)))
    headers.delete(name);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const passed = isReadablePath(request.nextUrl.pathname)
    ? remember(NextResponse.next({ request: { headers } }), request)
    : NextResponse.rewrite(new URL("/nowhere", request.url), { request: { headers } });
  return withHeaders(passed, request, policy);
}

const LAST_PROGRAM = "wavegate-program";

// Uploads stay outside: behind a proxy a body is cut at 10 MB. Files of the build need no policy. Hot reads carry theirs
// themselves (lib/auth/hot-read.ts): they are asked again and again, and to pass here costs as much as their answer.
export const config = {
  matcher: [
    "/((?!_next/static/|_next/image/|api/p/[^/]+/(?:imports|evidence)/upload/?$|api/p/[^/]+/workloads(?:/names)?/?$|api/p/[^/]+/risks/map/?$|icon\\.svg$|favicon\\.ico$).*)",
  ],
};

/** Notes the program last looked at, where `/` leads; whoever is no member of it gets nothing by it. */
function remember(response: NextResponse, request: NextRequest): NextResponse {
  const slug = /^\/p\/([a-z0-9-]{1,60})(?:\/|$)/.exec(request.nextUrl.pathname)?.[1];
  if (slug === undefined || request.method !== "GET" || request.cookies.get(LAST_PROGRAM)?.value === slug)
    return response;
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(request) } as const;
  response.cookies.set(LAST_PROGRAM, slug, { ...options, maxAge: 90 * 86_400 });
  return response;
}

/** What every answer carries, refusals as well. */
function withHeaders(response: NextResponse, request: NextRequest, policy: string): NextResponse {
  for (const [name, value] of Object.entries(ANSWER_HEADERS)) response.headers.set(name, value);
  response.headers.set("content-security-policy", policy);
  if (isSecure(request)) response.headers.set("strict-transport-security", STRICT_TRANSPORT);
  return response;
}

function peerOf(request: NextRequest): string | null {
  return request.headers.get("x-wavegate-peer");
}

function isSecure(request: NextRequest): boolean {
  const trusted = isTrusted(process.env.WAVEGATE_TRUSTED_PROXIES, peerOf(request));
  const forwarded = trusted ? request.headers.get("x-forwarded-proto") : null;
  return (forwarded ?? request.nextUrl.protocol.replace(":", "")) === "https";
}
