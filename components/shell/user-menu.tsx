import { useId } from "react";
import { KeysButton } from "@/components/shell/keys-door";
import type { ShellUser, Theme } from "@/components/shell/shell-model";
import { Link } from "@/components/ui/link";
import { Avatar } from "@/components/ui/moment";

export type UserMenuProps = {
  user: ShellUser;
  theme: Theme;
  /** Receives `theme` = system | light | dark and keeps it in the cookie. */
  themeAction: (form: FormData) => Promise<void>;
  signOutAction: () => Promise<void>;
  links?: readonly { href: string; label: string }[];
};

const THEMES: readonly { value: Theme; label: string }[] = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** Who one is, the theme, the way out. A native popover: it opens without script. */
export function UserMenu({ user, theme, themeAction, signOutAction, links = [] }: UserMenuProps) {
  const id = useId();
  return (
    <>
      <button className="user" type="button" popoverTarget={id} aria-label={`${user.name}, ${user.role}`}>
        <Avatar name={user.name} />
        <b aria-hidden="true">{user.name}</b>
      </button>
      <div className="pop at-user" id={id} popover="auto">
        <p className="who">
          <b>{user.name}</b>
          <span>{user.role}</span>
        </p>
        <p className="grp-t">Theme</p>
        <form className="seg" action={themeAction}>
          {THEMES.map(({ value, label }) => (
            <button key={value} type="submit" name="theme" value={value} aria-pressed={value === theme}>
              {label}
            </button>
          ))}
        </form>
        <hr />
        {links.map((link) => (
          <Link className="nl" key={link.href} href={link.href}>
            {link.label}
          </Link>
        ))}
        <KeysButton />
        <form action={signOutAction}>
          <button className="nl" type="submit">
            Sign out
          </button>
        </form>
      </div>
    </>
  );
}
