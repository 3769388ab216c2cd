import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Moment } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import type { SessionEntry } from "@/lib/auth/model";
import type { FormAction } from "@/lib/kernel/action-state";

export type SessionTableProps = {
  sessions: readonly SessionEntry[];
  zone: string;
  endAction: FormAction;
  endOthersAction: FormAction;
};

/** Where one is signed in, each with its end. */
export function SessionTable({ sessions, zone, endAction, endOthersAction }: SessionTableProps) {
  return (
    <>
      <Tbl caption="Your sessions" roomy>
        <Heads of={["Device", "Address", "Started", "Last seen", ["End", "vh"]]} />
        <tbody>
          {sessions.map((session, at) => (
            <SessionRow
              key={session.id}
              number={at + 1}
              session={session}
              zone={zone}
              endAction={endAction}
            />
          ))}
        </tbody>
      </Tbl>
      {sessions.length > 1 ? (
        <ActionForm
          action={endOthersAction}
          submit="End all other sessions"
          pending="Ending…"
          submitLook={{ variant: "default" }}
          aria-label="End all other sessions"
        />
      ) : null}
    </>
  );
}

type SessionRowProps = { number: number; session: SessionEntry; zone: string; endAction: FormAction };

function SessionRow({ number, session, zone, endAction }: SessionRowProps) {
  return (
    <tr>
      <th scope="row">
        {session.device}
        {session.isThisOne ? <span className="mute"> (this one)</span> : null}
        {session.method === "demo" ? <span className="mute"> · demo sign-in</span> : null}
      </th>
      <td data-l="Address">{session.address}</td>
      <td data-l="Started">
        <Moment at={session.startedAt} zone={zone} />
      </td>
      <td data-l="Last seen">
        <Moment at={session.lastSeenAt} zone={zone} />
      </td>
      <td className="r">
        <ActionForm
          action={endAction}
          hidden={{ sessionId: session.id }}
          className=""
          aria-label={`End session ${number}, ${session.device}`}
        >
          <SubmitButton size="sm">{session.isThisOne ? "Sign out here" : "End"}</SubmitButton>
        </ActionForm>
      </td>
    </tr>
  );
}
