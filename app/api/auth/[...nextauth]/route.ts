import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/next-auth";
import { refuseOtherOrigin } from "@/lib/auth/refuse-other-origin";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses; the pages of the product sign in by server action over the same functions. */
export async function GET(request: Request, context: Context): Promise<Response> {
  // Nobody signs in by following a link.
  if ((await context.params).nextauth[0] === "callback") return new Response(null, { status: 405 });
  return NextAuth(authOptions())(request, context);
}

export async function POST(request: Request, context: Context): Promise<Response> {
  return refuseOtherOrigin(request) ?? NextAuth(authOptions())(request, context);
}
