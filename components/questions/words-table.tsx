import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { agrees, isSameSource } from "@/lib/claims/rules/settle";
import { sourceWord, TRUST_LABELS } from "@/lib/questions/labels";
import type { QuestionView } from "@/lib/questions/model";
import { Spoken } from "./spoken";

type Props = { question: QuestionView; zone: string; importsPath: string | null };

/** What stands and what every source says of it, side by side. */
export function WordsTable({ question, zone, importsPath }: Props) {
  const about = { type: question.subjectType, field: question.field };
  const spoken = question.words.some((word) => isSameSource(word.source, question.presentSource));
  const fromFile = question.words.some((word) => word.importName !== null);
  return (
    <Tbl caption="What each source says" stack="cards">
      <Heads of={["Who says so", "Value", "Trust", "Last said", fromFile ? "Import" : null]} />
      <tbody>
        {spoken ? null : (
          <tr className="on">
            <th scope="row">
              {sourceWord(question.presentSource)} <Stands question={question} />
            </th>
            <td className="hl">
              <Spoken {...about} value={question.presentValue} />
            </td>
            <td data-l="Trust:">
              {question.presentSource === null ? "counts most" : <Missing>not kept</Missing>}
            </td>
            <td data-l="Last said:">
              <Missing>not kept</Missing>
            </td>
            {fromFile ? (
              <td data-l="Import:">
                <Missing>none</Missing>
              </td>
            ) : null}
          </tr>
        )}
        {question.words.map((word) => (
          <tr
            key={word.source}
            className={isSameSource(word.source, question.presentSource) ? "on" : undefined}
          >
            <th scope="row">
              {word.source}{" "}
              {isSameSource(word.source, question.presentSource) ? <Stands question={question} /> : null}
            </th>
            <td className="hl">
              <Spoken {...about} value={word.value} />
              {agrees(word.value, question.presentValue) ? null : <span className="mute"> differs</span>}
            </td>
            <td data-l="Trust:">
              {word.trust === null ? (
                <Missing />
              ) : (
                `${word.trust} of 5, ${TRUST_LABELS[word.trust]?.toLowerCase()}`
              )}
            </td>
            <td data-l="Last said:">
              <Moment at={word.at} zone={zone} show="day" />
              {word.since === word.at ? null : (
                <span className="mute">
                  {" "}
                  since <Moment at={word.since} zone={zone} show="day" />
                </span>
              )}
            </td>
            {fromFile ? (
              <td data-l="Import:">
                <File {...{ word, importsPath }} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function Stands({ question }: { question: QuestionView }) {
  return (
    <span style={{ marginInlineStart: 8 }}>
      {question.state === "open" ? (
        <Verdict tone="done">Stands now</Verdict>
      ) : (
        <span className="mute">stood then</span>
      )}
    </span>
  );
}

function File({ word, importsPath }: { word: QuestionView["words"][number]; importsPath: string | null }) {
  if (word.importId === null || word.importName === null) return <Missing>none</Missing>;
  if (importsPath === null) return word.importName;
  return <Link href={`${importsPath}/${word.importId}`}>{word.importName}</Link>;
}
