import { counted } from "@/lib/kernel/text";

/** The refused rows as files, with the columns of the file and what is wrong with each. */
export function RefusedDownloads({
  slug,
  importId,
  count,
}: {
  slug: string;
  importId: string;
  count: number;
}) {
  const path = `/api/p/${slug}/imports/${importId}/refused`;
  return (
    <p className="why" style={{ margin: "4px 0 12px" }}>
      <a className="go" href={path} download>
        Download {counted(count, "refused row")} with {count === 1 ? "its problem" : "their problems"}
      </a>
      <a className="go" href={`${path}?as=xlsx`} download>
        The same as a workbook
      </a>
    </p>
  );
}
