import { ActionForm, type ActionFormProps } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { Section, type SectionProps } from "@/components/ui/page";

export type FormSectionProps = Pick<SectionProps, "id" | "title" | "finding" | "children"> &
  Pick<ActionFormProps, "action" | "hidden" | "submit" | "pending"> & {
    /** Where cancelling leads. */
    backHref: string;
  };

/** A section that is one form, with the way back beside its button. */
export function FormSection({ id, title, finding, children, backHref, ...form }: FormSectionProps) {
  return (
    <Section id={id} title={title} finding={finding}>
      <ActionForm {...form} beside={<Cancel href={backHref} />}>
        {children}
      </ActionForm>
    </Section>
  );
}
