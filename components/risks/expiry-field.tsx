"use client";
import { SelectField, TextField } from "@/components/ui/fields";
import { useFormState } from "@/components/ui/form-state";

/** Until when, by the clocks of the program; which of the two is asked only where they show that time twice. */
export function ExpiryField({ zone }: { zone: string }) {
  const { errors, values } = useFormState();
  const twice = /twice/.test(errors.expiresLocal ?? "") || (values.fold ?? "") !== "";
  return (
    <>
      <TextField
        name="expiresLocal"
        label="Until"
        type="datetime-local"
        narrow
        required
        hint={`By the clocks of ${zone}. At that instant the risk stands above appetite again.`}
      />
      {twice ? (
        <SelectField
          name="fold"
          label="Which of the two"
          none="Choose"
          options={[
            { value: "earlier", label: "The first, before the clocks go back" },
            { value: "later", label: "The second, after the clocks went back" },
          ]}
        />
      ) : null}
    </>
  );
}
