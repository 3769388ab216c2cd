import Link from "next/link";
import type { ReactNode } from "react";
import { WhatItDoes } from "@/components/auth/what-it-does";
import { Callout } from "@/components/ui/states";

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
            <Callout title="That did not work" tone="off">
              The e-mail address or the password is not right.
            </Callout>
          ) : null}
          {signedInAs ? (
            <Callout title={`You are signed in as ${signedInAs}`}>
              <p>
                <Link href={next}>Go on</Link>, or sign in as somebody else: this session ends then.
              </p>
            </Callout>
          ) : null}
          {children}
        </div>
        <p className="small mute">Version {version}</p>
      </main>
      <WhatItDoes />
    </div>
  );
}
