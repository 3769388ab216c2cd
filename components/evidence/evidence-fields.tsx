import { TextArea, TextField } from "@/components/ui/fields";

/** What is said of a revision beside its content. */
export function RevisionFields({ errors = {} }: { errors?: Readonly<Record<string, string>> }) {
  return (
    <>
      <TextArea
        name="note"
        label="Note"
        hint="What it shows, and how it came about."
        error={errors.note}
        optional
      />
      <TextField
        name="validUntil"
        type="date"
        label="Valid until"
        hint="The last day on which it holds. Left empty, no end is stated, and it says so."
        error={errors.validUntil}
        narrow
        optional
      />
    </>
  );
}

export function TitleField({ error, title }: { error?: string; title?: string }) {
  return (
    <TextField
      name="title"
      label="Title"
      hint="What it is evidence of, for example “Restore of the warehouse system, January”."
      maxLength={200}
      defaultValue={title}
      error={error}
      required
    />
  );
}

export function UrlField() {
  return (
    <TextField
      name="url"
      type="url"
      label="Address"
      hint="Begins with https://. What lies behind it is not kept here and can change; a file cannot."
      maxLength={2000}
      required
    />
  );
}
