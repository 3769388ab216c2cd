import { Fragment } from "react";
import type { Content } from "@/lib/evidence/model";
import { kindWord } from "@/lib/evidence/rules/file-kinds";
import { sizeWords } from "@/lib/exchange/labels";

/** What a revision consists of: a file to save, or a link to follow. */
export function RevisionContent({ content, fileHref }: { content: Content; fileHref: string }) {
  if (content.kind === "link")
    return (
      <a href={content.url} rel="noopener noreferrer" target="_blank" style={{ overflowWrap: "anywhere" }}>
        <Address url={content.url} />
        <span className="vh"> (opens another site in a new tab)</span>
      </a>
    );
  return (
    <span style={{ overflowWrap: "anywhere" }}>
      <a href={fileHref} download={content.fileName}>
        {content.fileName}
      </a>
      <span className="l2">
        , {kindWord(content.mediaType)}, {sizeWords(content.bytes)}
      </span>
    </span>
  );
}

/** An address that breaks behind its slashes where it does not fit a line. */
function Address({ url }: { url: string }) {
  return url.split(/(?<=\/)(?=[^/])/u).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts keep their order
    <Fragment key={at}>
      {at === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ));
}

/** The first digits of the digest of a file, which tell files apart; a link has none. */
export function DigestStart({ content }: { content: Content }) {
  if (content.kind === "link") return <span className="mute">link, no digest</span>;
  return (
    <code title={`SHA-256 ${content.sha256}`}>
      <span className="vh">SHA-256 begins with </span>
      {content.sha256.slice(0, 12)}
    </code>
  );
}
