import { type ButtonHTMLAttributes, type ReactNode, useId } from "react";
import { Link } from "@/components/ui/link";

export type ButtonVariant = "default" | "pri" | "ghost";
export type ButtonSize = "sm" | "md" | "lg";

export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; wide?: boolean; className?: string };

export type ButtonProps = ButtonLook & {
  children: ReactNode;
  /** With an address it is a link. */
  href?: string;
  /** Why it cannot be pressed now, in words; drawn beside the button. */
  disabledReason?: ReactNode;
} & Pick<
    ButtonHTMLAttributes<HTMLButtonElement>,
    "type" | "name" | "value" | "formAction" | "form" | "aria-label"
  >;

/** A button, or a link that looks like one. Never disabled without saying why. */
export function Button({
  children,
  href,
  disabledReason,
  variant,
  size,
  wide,
  className,
  type = "button",
  ...rest
}: ButtonProps) {
  const look = buttonClass({ variant, size, wide, className });
  if (disabledReason) return <RefusedButton look={look} reason={disabledReason} label={children} />;
  if (href) {
    return (
      <Link className={look} href={href} aria-label={rest["aria-label"]}>
        {children}
      </Link>
    );
  }
  return (
    <button className={look} type={type} {...rest}>
      {children}
    </button>
  );
}

/** Leaves a form as if it had not been opened. */
export function Cancel({ href }: { href: string }) {
  return (
    <Button variant="ghost" href={href}>
      Cancel
    </Button>
  );
}

/** The class names of a button's look, for triggers that are not `Button`. */
export function buttonClass({ variant = "default", size = "md", wide, className }: ButtonLook = {}): string {
  return ["btn", variant !== "default" && variant, size !== "md" && size, wide && "wide", className]
    .filter(Boolean)
    .join(" ");
}

function RefusedButton({ look, reason, label }: { look: string; reason: ReactNode; label: ReactNode }) {
  const id = useId();
  return (
    <span className="btn-why">
      <button className={look} type="button" aria-disabled="true" aria-describedby={id}>
        {label}
      </button>
      <span id={id}>{reason}</span>
    </span>
  );
}
