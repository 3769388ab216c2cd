import type { ReactNode } from "react";
import { WhatItDoes } from "@/components/auth/what-it-does";
import { Link } from "@/components/ui/link";
import { Shape } from "@/components/ui/status";

export type SignInFrameProps = {
  version: string;
  /** Who is signed in on this browser already. */
  signedInAs?: string;
  /** Where they go on to. */
  next: string;
  /** An attempt through next-auth's own address was refused. */
  failed: boolean;
  children: ReactNode;
};

/** The door: on the left what to do, on the right what is behind it. */
export function SignInFrame({ version, signedInAs, next, failed, children }: SignInFrameProps) {
  return (
    <div className="gatein">
      <main className="l" id="main" tabIndex={-1}>
        <Link className="brand" href="/sign-in">
          <svg aria-hidden="true">
            <use href="#wg-mark" />
          </svg>
          Wavegate
        </Link>
        <div className="box">
          <h1 className="h1 lg">Sign in</h1>
          <p className="soft" style={{ margin: "8px 0 24px" }}>
            Use the account that your program manager gave a role to.
          </p>
          {failed ? (
            <p className="err" role="alert">
              <Shape kind="off" />
              <span>The e-mail address or the password is not right.</span>
            </p>
          ) : null}
          {signedInAs ? (
            <p className="soft" style={{ marginBottom: 24 }}>
              <b>You are signed in as {signedInAs}.</b> <Link href={next}>Go on</Link>, or sign in as somebody
              else: this session ends then.
            </p>
          ) : null}
          {children}
        </div>
        <p className="small mute">Version {version}</p>
      </main>
      <WhatItDoes />
    </div>
  );
}
