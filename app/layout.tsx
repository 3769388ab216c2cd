import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies, headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { ContentSecurity } from "@/components/ui/content-security";
import { IconSprite } from "@/components/ui/icon-sprite";
import { parseTheme, THEME_COOKIE } from "@/components/ui/theme";
import "./styles/globals.css";

const sans = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--sans",
  weight: "100 900",
  display: "swap",
  fallback: ["Inter", "system-ui", "-apple-system", "Segoe UI", "Roboto", "Liberation Sans", "sans-serif"],
});

export const metadata: Metadata = {
  title: { default: "Wavegate", template: "%s · Wavegate" },
  description: "Governs cloud-migration programs: facts, rules, decisions, and what they rested on.",
  robots: { index: false, follow: false },
  icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }] },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f4f6f7" },
    { media: "(prefers-color-scheme: dark)", color: "#0a0e12" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // every page carries a fresh nonce, so none may be prerendered
  await connection();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" className={sans.variable} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <IconSprite />
        <a className="skip" href="#main">
          Skip to content
        </a>
        <ContentSecurity nonce={nonce}>{children}</ContentSecurity>
      </body>
    </html>
  );
}
