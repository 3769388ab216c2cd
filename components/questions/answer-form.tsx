import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Choices } from "@/components/ui/choices";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { type Option, plainOptions } from "@/components/ui/options";
import type { Value } from "@/lib/claims/model";
import { agrees, isSameSource } from "@/lib/claims/rules/settle";
import type { FormAction } from "@/lib/kernel/action-state";
import { sourceWord } from "@/lib/questions/labels";
import type { QuestionView } from "@/lib/questions/model";
import { factField, fieldLabel, valueWords } from "@/lib/questions/rules/value-words";

type Props = { question: QuestionView; action: FormAction; beside: ReactNode };

/** Chooses which value counts, with a reason. Sources that say the same are one choice. */
export function AnswerForm({ question, action, beside }: Props) {
  const label = fieldLabel(question.subjectType, question.field);
  return (
    <ActionForm
      action={action}
      submit="Answer the question"
      beside={beside}
      hidden={{ questionId: question.id, version: question.version }}
    >
      <Choices
        name="choice"
        legend={`${label} of ${question.subject}`}
        options={[
          presentOption(question),
          ...sayings(question).map(({ value, sources }) => ({
            value: `source:${sources[0]}`,
            label: `Take “${words(question, value)}”`,
            hint: `${sources.join(", ")} says so and will stand behind it.`,
          })),
          { value: "other", label: "Another value", hint: "Given below; you stand behind it." },
        ]}
      />
      <OtherField question={question} label={label} />
      <TextArea
        name="reason"
        label="Why"
        hint="Whoever reads this later sees the reason."
        required
        maxLength={1000}
      />
    </ActionForm>
  );
}

function presentOption(question: QuestionView) {
  const known = question.presentValue !== null;
  return {
    value: "present",
    label: known ? `Keep “${words(question, question.presentValue)}”` : "Leave it unknown",
    hint: known
      ? `It stands by ${sourceWord(question.presentSource)}; nothing is changed.`
      : "Nothing is changed.",
  };
}

/** What is said against what stands, each value once with all who say it. */
function sayings(question: QuestionView): { value: Value; sources: string[] }[] {
  const said: { value: Value; sources: string[] }[] = [];
  const words = question.words.some((word) => isSameSource(word.source, question.statedSource))
    ? question.words
    : [{ source: question.statedSource, value: question.statedValue }, ...question.words];
  for (const { source, value } of words) {
    if (agrees(value, question.presentValue)) continue;
    const known = said.find((one) => agrees(one.value, value));
    if (known === undefined) said.push({ value, sources: [source] });
    else known.sources.push(source);
  }
  return said;
}

function words(question: QuestionView, value: Value | null): string {
  return valueWords(question.subjectType, question.field, value);
}

function OtherField({ question, label }: { question: QuestionView; label: string }) {
  const field = factField(question.subjectType, question.field);
  const options = choicesOf(question);
  const about = { name: "other", label: "Value to take instead" };
  if (options.length > 0) return <SelectField {...about} none="None chosen" options={options} />;
  if (field?.kind === "long_text") return <TextArea {...about} optional />;
  const how = field?.kind === "list" ? ", separated by commas" : field?.unit ? `, in ${field.unit}` : "";
  return <TextField {...about} hint={`${label}${how}.`} optional />;
}

function choicesOf(question: QuestionView): readonly Option[] {
  const field = factField(question.subjectType, question.field);
  if (field?.kind === "yes_no")
    return [
      { value: "yes", label: "Yes" },
      { value: "no", label: "No" },
    ];
  if (field?.options !== undefined) return field.options.map((option) => ({ ...option }));
  return plainOptions(question.names);
}
