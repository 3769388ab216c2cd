import { Missing } from "@/components/ui/missing";
import { DefinitionList } from "@/components/ui/page";
import { factWord } from "@/lib/workloads/rules/fact-words";
import { FACT_FIELDS } from "@/lib/workloads/rules/fields";
import { factsOf, namesOf, PARTNER_FACTS, type WorkloadView } from "@/lib/workloads/rules/view";

/** What a partner is shown of a workload, without who says so. */
export function PartnerFactList({ workload }: { workload: WorkloadView }) {
  const [facts, names] = [factsOf(workload), namesOf(workload)];
  const fields = FACT_FIELDS.filter(({ key }) => key !== "name" && PARTNER_FACTS.includes(key));
  return (
    <DefinitionList
      items={fields.map((field) => {
        const word = factWord(field, facts[field.key], names);
        return { label: field.label, value: NOTHING.includes(word) ? <Missing>{word}</Missing> : word };
      })}
    />
  );
}

const NOTHING = ["unknown", "none", "undecided"];
