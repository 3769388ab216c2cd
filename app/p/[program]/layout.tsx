import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { setTheme } from "@/app/theme-action";
import { AppShell } from "@/components/shell/app-shell";
import { parseTheme, THEME_COOKIE } from "@/components/ui/theme";
import { waveShape } from "@/components/waves/wave-status";
import { roleWords } from "@/lib/access/labels";
import { requireAccount, requireActor } from "@/lib/auth/require-actor";
import { formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import { programFrame } from "@/lib/overview/queries/program-frame";
import { homeWord, placesFor } from "@/lib/overview/rules/navigation";
import { listPrograms } from "@/lib/programs/queries/programs";
import { signOut } from "../../sign-in/actions";

type Props = { params: Promise<{ program: string }>; children: ReactNode };

/** The frame of a program. It shows where one may go and guards nothing: every page below asks for its actor itself. */
export default async function ProgramLayout({ params, children }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  const account = await requireAccount();
  const now = new Date();
  const [frame, programs, jar] = await Promise.all([
    programFrame(actor, now),
    listPrograms(account),
    cookies(),
  ]);
  const base = `/p/${program}`;
  return (
    <AppShell
      homeHref={base}
      home={homeWord(actor.role)}
      program={{
        name: actor.programName,
        href: base,
        detail: `${counted(frame.workloads, "workload")}, ${counted(frame.waves.length, "wave")}`,
      }}
      programs={programs.map((one) => ({ name: one.name, href: `/p/${one.slug}` }))}
      nav={placesFor(actor, base, frame)}
      waves={frame.waves.map((wave) => ({
        href: `${base}/waves/${wave.number}`,
        number: wave.number,
        name: wave.name,
        status: waveShape(wave),
      }))}
      asOf={formatMoment(now, actor.zone)}
      user={{ name: actor.name, role: roleWords(actor) }}
      theme={parseTheme(jar.get(THEME_COOKIE)?.value)}
      themeAction={setTheme}
      signOutAction={signOut}
      links={[
        ...(actor.standing ? [{ href: `${base}/members#given`, label: "Your rights for a time" }] : []),
        { href: "/account", label: "Account and sessions" },
      ]}
    >
      {children}
    </AppShell>
  );
}
