"use client";
import { useFormState } from "@/components/ui/form-state";
import { Heads, Tbl } from "@/components/ui/table";

export type ServeRow = {
  id: string;
  name: string;
  detail: string;
  served: boolean;
  users: number | null;
};

/** One line a site (or workload): whether it is served, and by how many users; names `<field>` and `users.<id>`. */
export function ServeRows({
  caption,
  head,
  field,
  rows,
}: {
  caption: string;
  head: string;
  field: "siteIds" | "workloadIds";
  rows: readonly ServeRow[];
}) {
  const { errors, values } = useFormState();
  return (
    <Tbl caption={caption} className="serve">
      <Heads of={[head, "Users there"]} />
      <tbody>
        {rows.map((row) => {
          const name = `users.${row.id}`;
          return (
            <tr key={row.id}>
              <th scope="row">
                <label className="check">
                  <input
                    className="cb"
                    type="checkbox"
                    name={field}
                    value={row.id}
                    defaultChecked={row.served}
                  />
                  <span>
                    {row.name}
                    {row.detail === "" ? null : <span className="sub">{row.detail}</span>}
                  </span>
                </label>
              </th>
              <td data-l="Users there">
                <input
                  className={`input ${errors[name] ? "bad" : ""}`}
                  id={`field-${name}`}
                  name={name}
                  inputMode="numeric"
                  size={8}
                  defaultValue={values[name] ?? row.users ?? ""}
                  aria-label={`Users of ${row.name}`}
                  aria-invalid={errors[name] ? true : undefined}
                  placeholder="unknown"
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Tbl>
  );
}
