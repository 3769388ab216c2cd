import type { Role } from "@/lib/access/model";
import { DEMO_PEOPLE } from "@/lib/auth/demo-door";

export type DemoMember = { name: string; email: string; role: Role };

/** Who works on the invented program; the first five have a door of their own on the sign-in page. */
export const MEMBERS: readonly DemoMember[] = [
  ...DEMO_PEOPLE.map(({ name, email, role }) => ({ name, email, role })),
  { name: "Joost van Dijk", email: "joost.van.dijk@demo.wavegate.example", role: "business_owner" },
  { name: "Lena Fischer", email: "lena.fischer@demo.wavegate.example", role: "business_owner" },
  { name: "Tomas Lindqvist", email: "tomas.lindqvist@demo.wavegate.example", role: "platform_engineer" },
  { name: "Ines Carvalho", email: "ines.carvalho@demo.wavegate.example", role: "platform_engineer" },
];

/** Named in the facts without an account. */
export const OTHERS = ["Sam Whitlock", "Ravi Menon", "Clara Nyström"] as const;
