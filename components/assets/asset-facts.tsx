import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Heads, Tbl } from "@/components/ui/table";
import { ASSET_LABELS } from "@/lib/assets/labels";
import type { AssetField, AssetView } from "@/lib/assets/model";
import { factWords } from "@/lib/assets/rules/words";

const SHOWN: readonly Exclude<AssetField, "workloadId">[] = [
  "name",
  "kind",
  "role",
  "environment",
  "os",
  "cores",
  "memoryMb",
  "diskGb",
  "addresses",
  "fqdn",
  "powerState",
  "location",
  "tags",
];

/** Every fact of an asset and who stands behind it; what nobody knows is said. */
export function AssetFactTable({ asset, workloadsPath }: { asset: AssetView; workloadsPath: string }) {
  return (
    <Tbl caption={`Facts of ${asset.name}`} stack="run">
      <Heads of={["Fact", "What is known", "Said by"]} />
      <tbody>
        <tr>
          <th scope="row">{ASSET_LABELS.workloadId}</th>
          <td>
            {asset.workloadId === null ? (
              <b className="miss">serves none yet</b>
            ) : (
              <Link href={`${workloadsPath}/${asset.workloadId}`}>{asset.workload}</Link>
            )}
          </td>
          <td data-l="said by">
            <Origin asset={asset} field="workloadId" known={asset.workloadId !== null} />
          </td>
        </tr>
        {SHOWN.map((field) => {
          const words = factWords(asset, field);
          return (
            <tr key={field}>
              <th scope="row">{ASSET_LABELS[field]}</th>
              <td>{words ?? <Missing>{NOTHING[field] ?? "unknown"}</Missing>}</td>
              <td data-l="said by">
                <Origin asset={asset} field={field} known={words !== null} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Tbl>
  );
}

const NOTHING: Partial<Record<AssetField, string>> = { addresses: "none recorded", tags: "none" };

function Origin({ asset, field, known }: { asset: AssetView; field: AssetField; known: boolean }) {
  const source = asset.origins[field];
  if (source !== undefined) return source;
  return known ? <span className="mute">a person</span> : <Missing>nobody</Missing>;
}
