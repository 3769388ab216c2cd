import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Heads, Tbl } from "@/components/ui/table";
import { formatCount } from "@/lib/kernel/text";
import { TENANT_CLASS_LABELS } from "@/lib/profiles/labels";
import type { TenantClassView } from "@/lib/profiles/model";

type Props = {
  classes: readonly TenantClassView[];
  /** Where a class is changed; none for those who may not. */
  editPath?: string | undefined;
};

/** The classes of tenants that a workload serves, and how each is kept apart. */
export function TenantTable({ classes, editPath }: Props) {
  return (
    <Tbl caption="Classes of tenants" stack="cards">
      <Heads of={["Class", "Tenants and users", "Isolation", "Residency", "Encryption", "Rollout"]} />
      <tbody>
        {classes.map((one) => (
          <tr key={one.id}>
            <th scope="row" className="min-w-44">
              {editPath === undefined ? one.name : <Link href={`${editPath}/${one.id}`}>{one.name}</Link>}
              <p className="mute small reg">{TENANT_CLASS_LABELS[one.kind]}</p>
            </th>
            <td data-l="Size:" className="min-w-36">
              {counted(one.tenants, "tenants")}, {counted(one.users, "users")}
            </td>
            <td data-l="Isolation:">{said(one.isolation)}</td>
            <td data-l="Residency:">{said(one.residency)}</td>
            <td data-l="Encryption:">{said(one.encryption)}</td>
            <td data-l="Rollout:">{said(one.rollout)}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function counted(count: number | null, what: string) {
  if (count === null) return <Missing>{what} unknown</Missing>;
  return `${formatCount(count)} ${count === 1 ? what.slice(0, -1) : what}`;
}

function said(text: string) {
  return text === "" ? <Missing /> : text;
}
