import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { setTheme } from "@/app/theme-action";
import { AppShell } from "@/components/shell/app-shell";
import { PageHeader } from "@/components/ui/page";
import { parseTheme, THEME_COOKIE } from "@/components/ui/theme";
import { forgetNothing } from "./actions";
import { ChartSpecimens } from "./charts";
import { FloatSpecimens } from "./floats";
import { FormSpecimens } from "./forms";
import { NUMBERS_NAV, WAVES } from "./sample";
import { SheetSpecimens } from "./sheet";
import { StateSpecimens } from "./states";
import { StatusSpecimens } from "./statuses";
import { TableSpecimens } from "./tables";

export const metadata: Metadata = { title: "Gallery" };

/** Every part in every state, for whoever builds; there is no gallery in production. */
export default async function GalleryPage() {
  if (process.env.NODE_ENV === "production") notFound();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <AppShell
      homeHref="/gallery"
      program={{ name: "Corvane to cloud", href: "/gallery", detail: "180 workloads, 6 waves" }}
      programs={[{ name: "Harbour payroll", href: "/gallery?program=2", detail: "12 workloads" }]}
      nav={NUMBERS_NAV}
      waves={WAVES}
      foot={[{ label: "Sessions", href: "/gallery?place=sessions" }]}
      user={{ name: "Marta Okafor", role: "Executive" }}
      theme={theme}
      themeAction={setTheme}
      signOutAction={forgetNothing}
      links={[{ href: "/gallery?place=sessions", label: "Where you are signed in" }]}
      asOf="Tue 12 Jan 2027, 14:40 GMT"
      home="Gallery"
    >
      <PageHeader
        eyebrow="Development only"
        title="Gallery"
        why={
          <>
            <span>Every part in every state.</span>
            <span>All data is invented.</span>
          </>
        }
      />
      <SheetSpecimens />
      <StatusSpecimens />
      <ChartSpecimens />
      <TableSpecimens />
      <FormSpecimens />
      <FloatSpecimens />
      <StateSpecimens />
    </AppShell>
  );
}
