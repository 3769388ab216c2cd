import { Link } from "@/components/ui/link";
import { Heads, Tbl } from "@/components/ui/table";
import { counted, formatCount } from "@/lib/kernel/text";
import { sourceWord } from "@/lib/questions/labels";
import type { Disagreement } from "@/lib/questions/model";
import { A_PERSON, type QuestionSearch, questionHref } from "@/lib/questions/rules/search";
import { fieldLabel } from "@/lib/questions/rules/value-words";

type Props = { groups: readonly Disagreement[]; path: string; search: QuestionSearch; answers: boolean };

/** Who contradicts whom, with one way to settle all of it. */
export function DisagreementList({ groups, path, search, answers }: Props) {
  return (
    <Tbl caption="Which sources disagree" stack="cards">
      <Heads of={["Says something else", ["Questions", "r"], "About", answers ? "For all of them" : null]} />
      <tbody>
        {groups.map((group) => (
          <Line key={`${group.statedSource} ${group.presentSource}`} {...{ group, path, search, answers }} />
        ))}
      </tbody>
    </Tbl>
  );
}

function Line({ group, path, search, answers }: Omit<Props, "groups"> & { group: Disagreement }) {
  const { statedSource, presentSource } = group;
  const pair = { ...NARROW, source: statedSource, present: presentSource ?? A_PERSON };
  const to = (base: string, change: Partial<QuestionSearch> = {}) =>
    questionHref(base, search, { ...pair, ...change });
  const answer = (take: string) => `${to(`${path}/answer`)}&take=${take}`;
  return (
    <tr>
      <th scope="row">
        {statedSource} <span className="soft">against {sourceWord(presentSource)}</span>
      </th>
      <td className="r hl">
        <Link href={`${to(path)}#list`}>
          {formatCount(group.count)}
          <span className="only-s"> {group.count === 1 ? "question" : "questions"}</span>
        </Link>
      </td>
      <td>
        {group.fields.slice(0, 6).map(({ field, count }, at) => (
          <span key={field}>
            {at > 0 ? ", " : ""}
            <Link href={`${to(path, { field })}#list`}>{wordOf(field)}</Link>{" "}
            <span className="mute">{count}</span>
          </span>
        ))}
        {group.fields.length > 6 ? ` and ${counted(group.fields.length - 6, "more fact")}` : ""}
      </td>
      {answers ? (
        <td>
          <Link className="go" href={answer("stated")}>{`Take ${statedSource}’s word`}</Link>
          <br />
          <Link className="go" href={answer("present")}>
            Keep what stands
          </Link>
        </td>
      ) : null}
    </tr>
  );
}

const NARROW: Partial<QuestionSearch> = {
  q: undefined,
  state: "open",
  asked: undefined,
  about: undefined,
  subject: undefined,
  field: undefined,
  import: undefined,
};

function wordOf(field: string): string {
  const word = fieldLabel("workload", field);
  return word === field ? fieldLabel("asset", field) : word;
}
