import { environment } from "@/lib/kernel/environment";

/** The people of the demo, in the order in which they are offered. */
export const DEMO_PEOPLE = [
  {
    role: "executive",
    label: "Continue as executive",
    name: "Marta Okafor",
    does: "reads the brief and decides",
    email: "marta.okafor@demo.wavegate.example",
  },
  {
    role: "platform_engineer",
    label: "Continue as platform engineer",
    name: "Priya Raman",
    does: "brings waves to ready",
    email: "priya.raman@demo.wavegate.example",
  },
  {
    role: "business_owner",
    label: "Continue as business owner",
    name: "Helen Brandt",
    does: "signs cutover gates",
    email: "helen.brandt@demo.wavegate.example",
  },
  {
    role: "program_manager",
    label: "Continue as program manager",
    name: "Dirk Achterberg",
    does: "plans and configures",
    email: "dirk.achterberg@demo.wavegate.example",
  },
  {
    role: "auditor",
    label: "Continue as auditor",
    name: "Noor Haddad",
    does: "reads everything, changes nothing",
    email: "noor.haddad@demo.wavegate.example",
  },
] as const;

/** The address of the demo person of a role; null for any other word. */
export function demoEmailOf(role: string): string | null {
  return DEMO_PEOPLE.find((person) => person.role === role)?.email ?? null;
}

/**
 * Whether somebody may come in without a password: the start said so (it does only for a server bound to loopback), and
 * the request was made to and from this machine, through no proxy.
 */
export function demoDoorIsOpen(headers: Headers): boolean {
  if (environment().WAVEGATE_DEMO !== "1") return false;
  const { WAVEGATE_HOST, NEXTAUTH_URL } = process.env;
  const bound = WAVEGATE_HOST ?? "127.0.0.1";
  const address = hostnameOf(NEXTAUTH_URL ?? "http://127.0.0.1");
  const asked = hostnameOf(`http://${headers.get("host") ?? ""}`);
  return [bound, address, asked].every(isLoopback) && cameFromHere(headers);
}

/** As the web server noted it. A bare `next dev` notes nothing; it serves only whoever develops. */
function cameFromHere(headers: Headers): boolean {
  const peer = headers.get("x-wavegate-peer");
  if (peer === null) return process.env.NODE_ENV === "development";
  return isLoopback(peer) && headers.get("x-wavegate-forwarded") === "0";
}

function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|::ffff:127(\.\d{1,3}){3})$/i.test(host);
}
