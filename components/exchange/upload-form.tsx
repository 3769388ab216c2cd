"use client";
import { useRouter } from "next/navigation";
import { type DragEvent, type SubmitEvent, useState, useTransition } from "react";
import { buttonClass } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import { FORMAT_LABELS, REFUSALS } from "@/lib/exchange/labels";
import { MAX_FILE_BYTES } from "@/lib/exchange/model/limits";

const UNREACHABLE = "The file could not be sent. Nothing was kept; try again.";

/** Chooses a file and sends it; a plain form without script, with the reason at the field with it. */
export function UploadForm({ action, refused }: { action: string; refused: string | null }) {
  const router = useRouter();
  const [error, setError] = useState<string | null>(refused);
  const [isPending, startTransition] = useTransition();

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      setError(null);
      const answer = tooLarge(form) ?? (await post(action, form));
      if ("location" in answer) router.push(answer.location);
      else setError(answer.error);
    });
  }

  return (
    <form
      className="form"
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      aria-busy={isPending}
    >
      {error ? <ErrorSummary key={error} message="The file was not taken." fields={{ file: error }} /> : null}
      <Told />
      <TextField
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        label="File"
        hint="A workbook (XLSX) or a table separated by commas, semicolons or tabs. Drop it here or choose it. Nothing is imported before you have seen what would change."
        error={error ?? undefined}
        required
      />
      <div className="acts-row">
        <button
          className={buttonClass({ variant: "pri" })}
          type="submit"
          aria-disabled={isPending || undefined}
        >
          {isPending ? "Reading the file…" : "Show what it would change"}
        </button>
      </div>
    </form>
  );
}

/** What a person may say of the file; stands before it, so that it is known when the file comes. */
function Told() {
  return (
    <details className="more">
      <summary>Say which format it is, or whose word</summary>
      <div className="grid gap-5" style={{ padding: "16px 0" }}>
        <SelectField
          name="format"
          label="Format"
          none="Recognise it from the header"
          options={optionsOf(FORMAT_LABELS)}
        />
        <TextField
          name="sourceName"
          label="Source"
          hint="The tool or list whose word it is. Left empty, the tool’s own name."
          maxLength={100}
          optional
        />
      </div>
    </details>
  );
}

/** Puts a file that is dropped anywhere on the form into its field; the field itself takes one as well. */
function drop(event: DragEvent<HTMLFormElement>) {
  const field = event.currentTarget.elements.namedItem("file");
  if (!(field instanceof HTMLInputElement) || event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  field.files = event.dataTransfer.files;
}

type Answer = { location: string } | { error: string };

function tooLarge(form: FormData): Answer | null {
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") return { error: "Choose a file first." };
  return file.size <= MAX_FILE_BYTES ? null : { error: REFUSALS["too-large"] };
}

async function post(action: string, body: FormData): Promise<Answer> {
  const response = await fetch(action, {
    method: "POST",
    body,
    headers: { accept: "application/json" },
  }).catch(() => null);
  if (response === null) return { error: UNREACHABLE };
  return answerOf(await response.json().catch(() => null));
}

function answerOf(body: unknown): Answer {
  if (typeof body !== "object" || body === null) return { error: UNREACHABLE };
  if ("location" in body && typeof body.location === "string") return { location: body.location };
  const error = "error" in body ? body.error : null;
  const known =
    typeof error === "object" && error !== null && "message" in error && typeof error.message === "string";
  return { error: known ? String(error.message) : UNREACHABLE };
}
