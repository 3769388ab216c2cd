import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Heads, Tbl } from "@/components/ui/table";
import { counted, formatCount } from "@/lib/kernel/text";
import { SITE_KIND_LABELS } from "@/lib/sites/labels";
import type { SiteRow } from "@/lib/sites/model";

/** One line a place, with the workloads that stand there and those that serve it. */
export function SiteTable({ sites, path }: { sites: readonly SiteRow[]; path: string }) {
  return (
    <Tbl caption="Sites" stack="run" roomy>
      <Heads
        of={["Site", "Kind", "Country", "Time zone", ["Users", "r"], ["Stand there", "r"], ["Serve it", "r"]]}
      />
      <tbody>
        {sites.map((site) => (
          <tr key={site.id}>
            <th scope="row">
              <Link href={`${path}/${site.id}`}>{site.name}</Link>
            </th>
            <td data-l={site.kind === null ? "Kind" : undefined}>
              {site.kind === null ? <Missing /> : SITE_KIND_LABELS[site.kind]}
            </td>
            <td data-l={site.country === null ? "Country" : undefined}>{site.country ?? <Missing />}</td>
            <td data-l={site.zone === null ? "Time zone" : undefined}>
              {site.zone?.replaceAll("_", " ") ?? <Missing />}
            </td>
            <td data-l="Users" className="r">
              {site.users === null ? <Missing /> : formatCount(site.users)}
            </td>
            <td data-l="Stand there" className="r">
              {counted(site.standing, "workload")}
            </td>
            <td data-l="Serve it" className="r">
              {site.serving === 0 ? <Missing>none recorded</Missing> : counted(site.serving, "workload")}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
