import { type NextRequest, NextResponse } from "next/server";
import { forwardedToDrop, refusalOf, securityPolicy } from "@/lib/auth/edge-rules";

/**
 * What every response carries, and what no request may bring along. Who may do what is decided in the page, the
 * query and the command; nothing here opens a door.
 */
export function proxy(request: NextRequest): NextResponse {
  const refusal = refusalOf(request.method, request.headers);
  if (refusal)
    return withHeaders(new NextResponse(refusal, { status: 403 }), request, securityPolicy("", false));

  const nonce = btoa(crypto.randomUUID());
  const policy = securityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  for (const name of forwardedToDrop(process.env.WAVEGATE_TRUSTED_PROXIES)) headers.delete(name);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  return withHeaders(NextResponse.next({ request: { headers } }), request, policy);
}

// Uploads stay outside: behind a proxy a body is cut at 10 MB. Files of the build need no policy.
export const config = {
  matcher: ["/((?!_next/static/|_next/image/|api/p/[^/]+/imports/upload(?:/|$)|icon\\.svg$).*)"],
};

function withHeaders(response: NextResponse, request: NextRequest, policy: string): NextResponse {
  response.headers.set("content-security-policy", policy);
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  if (isSecure(request))
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  if (/^\/(?:api\/)?p(?:\/|$)/.test(request.nextUrl.pathname))
    response.headers.set("cache-control", "private, no-store");
  return response;
}

function isSecure(request: NextRequest): boolean {
  const trusted = Boolean(process.env.WAVEGATE_TRUSTED_PROXIES);
  const forwarded = trusted ? request.headers.get("x-forwarded-proto") : null;
  return (forwarded ?? request.nextUrl.protocol.replace(":", "")) === "https";
}
