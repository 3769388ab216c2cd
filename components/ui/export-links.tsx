import { formatCount } from "@/lib/kernel/text";

/** What a list shows as files: the same rows, all pages. `href` is the address of the CSV. */
export function ExportLinks({ href, count }: { href: string; count: number }) {
  return (
    <span className="exports">
      <a className="go" href={href} download>
        {`CSV of these ${formatCount(count)}`}
      </a>{" "}
      <a
        className="go"
        href={`${href}${href.includes("?") ? "&" : "?"}as=xlsx`}
        download
        aria-label={`The same ${formatCount(count)} as a workbook (XLSX)`}
      >
        XLSX
      </a>
    </span>
  );
}
