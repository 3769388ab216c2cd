import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Duration } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import { ASSET_KIND_LABELS } from "@/lib/assets/labels";
import { formatCount } from "@/lib/kernel/text";
import type { WorkloadPlaces } from "@/lib/profiles/model";
import { SITE_KIND_LABELS } from "@/lib/sites/labels";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";

/** The sites where people work with the workload. */
export function ServedSites({ sites, home }: { sites: WorkloadPlaces["sites"]; home: string }) {
  return (
    <Tbl caption="Sites that it serves" stack="cards">
      <Heads of={["Site", "Kind", ["Users there", "r"]]} />
      <tbody>
        {sites.map((site) => (
          <tr key={site.id}>
            <th scope="row">
              <Link href={`${home}/sites/${site.id}`}>{site.name}</Link>
            </th>
            <td data-l="Kind:">{site.kind === null ? <Missing /> : SITE_KIND_LABELS[site.kind]}</td>
            <td data-l="Users:" className="r">
              {site.users === null ? <Missing /> : formatCount(site.users)}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

/** The business processes that it carries, each with the targets that the business set. */
export function CarriedProcesses({
  processes,
  home,
}: {
  processes: WorkloadPlaces["processes"];
  home: string;
}) {
  return (
    <Tbl caption="Business processes that it carries" stack="cards">
      <Heads of={["Process", "Criticality", "Owner", "Must be back within", "May lose at most"]} />
      <tbody>
        {processes.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link href={`${home}/processes/${one.id}`}>{one.name}</Link>
            </th>
            <td data-l="Criticality:">
              {one.criticality === null ? <Missing /> : CRITICALITY_LABELS[one.criticality]}
            </td>
            <td data-l="Owner:">{one.owner ?? <span className="miss">no owner</span>}</td>
            <td data-l="Back within:">
              <Duration minutes={one.rtoMinutes} />
            </td>
            <td data-l="May lose:">
              <Duration minutes={one.rpoMinutes} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

/** The machines and devices that it runs on. */
export function OwnAssets({ assets, home }: { assets: WorkloadPlaces["assets"]; home: string }) {
  return (
    <Tbl caption="Assets that it runs on" stack="cards">
      <Heads of={["Asset", "Kind", "Role", "Environment", "Operating system"]} />
      <tbody>
        {assets.map((asset) => (
          <tr key={asset.id}>
            <th scope="row">
              <Link href={`${home}/assets/${asset.id}`}>{asset.name}</Link>
            </th>
            <td data-l="Kind:">{asset.kind === null ? <Missing /> : ASSET_KIND_LABELS[asset.kind]}</td>
            <td data-l="Role:">{asset.role ?? <Missing />}</td>
            <td data-l="Environment:">{asset.environment ?? <Missing />}</td>
            <td data-l="Operating system:">{asset.os ?? <Missing />}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
