"use client";
import "./styles/globals.css";

/** The last net, when not even the frame could be drawn. */
export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Wavegate could not be shown</title>
        <main>
          <div className="fail" role="alert">
            <h1>Wavegate could not be shown</h1>
            <p>Something went wrong before the page began. Nothing was lost.</p>
            {error.digest ? <p className="dense">Reference {error.digest}</p> : null}
            <button className="btn" type="button" onClick={retry}>
              Try again
            </button>
          </div>
        </main>
      </body>
    </html>
  );
}
