"use client";
import { useRouter } from "next/navigation";
import { type DragEvent, type ReactNode, type SubmitEvent, useState, useTransition } from "react";
import { RevisionFields, TitleField } from "@/components/evidence/evidence-fields";
import { buttonClass } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/fields";
import { REFUSALS } from "@/lib/evidence/labels";
import { MAX_FILE_BYTES } from "@/lib/evidence/model";

const UNREACHABLE = "The file could not be sent. Nothing was kept; try again.";

export type UploadFormProps = {
  action: string;
  /** Why the file of a page without script was refused. */
  refused: string | null;
  /** Sent before the file: what it is a revision of, or what it is attached to. */
  hidden: Readonly<Record<string, string>>;
  /** A title is asked for: new evidence. */
  titled?: boolean;
  submit: string;
  beside?: ReactNode;
  label: string;
};

type Failure = { message: string; fields: Record<string, string> };

/** Chooses a file and sends it with what is said of it; a plain form without script. */
export function UploadForm({ action, refused, hidden, titled, submit, beside, label }: UploadFormProps) {
  const router = useRouter();
  const [failure, setFailure] = useState<Failure | null>(
    refused === null ? null : { message: refused, fields: { file: refused } },
  );
  const [isPending, startTransition] = useTransition();
  const errors = failure?.fields ?? {};

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const element = event.currentTarget;
    const form = new FormData(element);
    startTransition(async () => {
      setFailure(null);
      const answer = tooLarge(form) ?? (await post(action, form));
      if (!("location" in answer)) return setFailure(answer);
      element.reset();
      router.push(answer.location);
      router.refresh();
    });
  }

  return (
    <form
      className="form"
      action={action}
      method="post"
      encType="multipart/form-data"
      aria-label={label}
      onSubmit={send}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      aria-busy={isPending}
      noValidate
    >
      {failure ? <ErrorSummary key={failure.message} message={failure.message} fields={errors} /> : null}
      {/* Everything stands before the file, so that it is known when the file comes. */}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {titled ? <TitleField error={errors.title} /> : null}
      <RevisionFields errors={errors} />
      <TextField
        name="file"
        type="file"
        label="File"
        hint="PDF, image, DOCX, XLSX, PPTX, ZIP or text in UTF-8, up to 50 MB. Drop it here or choose it."
        error={errors.file}
        required
      />
      <div className="acts-row">
        <button
          className={buttonClass({ variant: "pri" })}
          type="submit"
          aria-disabled={isPending || undefined}
        >
          {isPending ? "Keeping the file…" : submit}
        </button>
        {beside}
      </div>
    </form>
  );
}

/** Puts a file that is dropped anywhere on the form into its field. */
function drop(event: DragEvent<HTMLFormElement>) {
  const field = event.currentTarget.elements.namedItem("file");
  if (!(field instanceof HTMLInputElement) || event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  field.files = event.dataTransfer.files;
}

type Answer = { location: string } | Failure;

function tooLarge(form: FormData): Answer | null {
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") return failed(REFUSALS["no-file"]);
  return file.size <= MAX_FILE_BYTES ? null : failed(REFUSALS["too-large"]);
}

function failed(sentence: string): Failure {
  return { message: sentence, fields: { file: sentence } };
}

async function post(action: string, body: FormData): Promise<Answer> {
  const headers = { accept: "application/json" };
  const response = await fetch(action, { method: "POST", body, headers }).catch(() => null);
  return response === null ? failed(UNREACHABLE) : answerOf(await response.json().catch(() => null));
}

function answerOf(body: unknown): Answer {
  if (!isRecord(body)) return failed(UNREACHABLE);
  if (typeof body.location === "string") return { location: body.location };
  const { error } = body;
  if (!isRecord(error) || typeof error.message !== "string") return failed(UNREACHABLE);
  const fields = isRecord(error.fields) ? error.fields : {};
  const known = Object.entries(fields).map(([name, sentence]) => [name, String(sentence)]);
  return known.length === 0
    ? failed(error.message)
    : { message: error.message, fields: Object.fromEntries(known) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
