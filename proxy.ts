import { type NextRequest, NextResponse } from "next/server";
import {
  forwardedToDrop,
  isReadablePath,
  isTrusted,
  policyOf,
  refusalOf,
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

// Uploads stay outside: behind a proxy a body is cut at 10 MB. Files of the build need no policy.
export const config = {
  matcher: [
    "/((?!_next/static/|_next/image/|api/p/[^/]+/imports/upload/?$|api/p/[^/]+/evidence/upload/?$|icon\\.svg$).*)",
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
  response.headers.set("content-security-policy", policy);
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  if (isSecure(request))
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  // Every page may show who is signed in.
  response.headers.set("cache-control", "private, no-store");
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
