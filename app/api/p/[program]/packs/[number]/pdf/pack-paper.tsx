import { readFile } from "node:fs/promises";
import path from "node:path";
import { PackDocument } from "@/components/packs/pack-document";
import { IconSprite } from "@/components/ui/icon-sprite";
import type { PackContent } from "@/lib/packs/schema";

const FONT = "node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2";
const STYLES = "app/styles";

/**
 * A pack as one page of HTML that stands alone: styles and the typeface are in it, it loads nothing and runs nothing. It
 * depends on the pack, the styles and nothing else, so the same pack is the same text.
 */
export async function packPaper(content: PackContent, digest: string): Promise<string> {
  // a static import is refused in what the server renders; this is no part of a page
  const { renderToStaticMarkup } = await import("react-dom/server");
  const [styles, font] = await Promise.all([readStyles(), readFile(ofProject(FONT), "base64")]);
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="en" data-theme="light">
      <head>
        <meta charSet="utf-8" />
        <meta
          httpEquiv="content-security-policy"
          content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"
        />
        <title>{`${content.title}, ${content.program}`}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the product's own styles, from its own files */}
        <style dangerouslySetInnerHTML={{ __html: `${fontFace(font)}\n${styles}` }} />
      </head>
      <body>
        <IconSprite />
        <main>
          <PackDocument content={content} digest={digest} />
        </main>
      </body>
    </html>,
  )}`;
}

function fontFace(base64: string): string {
  return `@font-face { font-family: "Geist"; font-weight: 100 900; src: url(data:font/woff2;base64,${base64}) format("woff2"); }`;
}

/** The product's own sheets in the order in which its pages load them. */
async function readStyles(): Promise<string> {
  const list = await readFile(ofProject(`${STYLES}/globals.css`), "utf8");
  const names = [...list.matchAll(/@import "\.\/([a-z-]+\.css)"/g)].map(([, name]) => name ?? "");
  const sheets = await Promise.all(names.map((name) => readFile(ofProject(`${STYLES}/${name}`), "utf8")));
  return sheets.join("\n");
}

function ofProject(file: string): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), file);
}
