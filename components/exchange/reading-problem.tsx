import { Rows } from "@/components/ui/sheet-parts";
import { Callout } from "@/components/ui/states";
import { EXPECTED_COLUMNS } from "@/lib/exchange/labels";

/** Why a file cannot be read as it is; what each format would expect is folded away. */
export function ReadingProblem({ problem }: { problem: string | null }) {
  const [said, expected] = (problem ?? "The reason is not known.").split(EXPECTED_COLUMNS);
  return (
    <>
      <Callout tone="off" title="This file cannot be previewed yet">
        {said?.trim()}
      </Callout>
      {expected === undefined ? null : (
        <details className="more" style={{ marginTop: 16 }}>
          <summary>What each format expects in its header</summary>
          <div style={{ marginTop: 8 }}>
            <Rows dense>
              {expected
                .replace(/\.\s*$/u, "")
                .split(";")
                .map((format) => (
                  <li key={format}>{format.trim()}</li>
                ))}
            </Rows>
          </div>
        </details>
      )}
    </>
  );
}
