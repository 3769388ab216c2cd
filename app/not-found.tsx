import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" tabIndex={-1}>
      <div className="pagefail">
        <p className="eyebrow">404</p>
        <h1 className="h1">There is nothing at this address</h1>
        <p className="soft" style={{ margin: "8px 0 16px" }}>
          It may have been removed, the address may be mistyped, or it belongs to a program that you are not a
          member of.
        </p>
        <Link className="btn" href="/">
          Go to the start
        </Link>
      </div>
    </main>
  );
}
