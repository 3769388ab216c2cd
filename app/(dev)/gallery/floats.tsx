import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/menu";
import { Section } from "@/components/ui/page";
import { Popover } from "@/components/ui/popover";

/** What floats. */
export function FloatSpecimens() {
  return (
    <Section id="g-floats" title="Floating" finding="The only shadows of the product.">
      <div className="acts-row">
        <Dialog
          trigger="Move window"
          title="Move the window of Wave 3?"
          description="From Sat 16 Jan, 20:00 GMT to Sat 30 Jan, 20:00 GMT."
        >
          <p>27 workloads move with it. Two signatures become stale, because they rest on the old window.</p>
          <div className="dialog-f">
            <DialogClose>Leave it</DialogClose>
            <DialogClose variant="pri">Move it</DialogClose>
          </div>
        </Dialog>
        <Menu
          label="More"
          items={[
            { label: "Open the runbook", href: "/gallery?runbook" },
            { label: "Print", href: "/gallery?print", note: "A4" },
            "separator",
            { label: "Cancel the wave", disabledReason: "It has begun" },
          ]}
        />
        <Popover trigger="How is this computed?" title="Health">
          The worst wave counts. Unknown never counts as on track.
        </Popover>
      </div>
    </Section>
  );
}
