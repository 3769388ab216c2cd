import { SMTPServer } from "smtp-server";

/** A mail as the server took it, and whom it was for. */
export type TakenMail = { from: string; to: string[]; raw: string };

/** What the server says to the next mails: takes them, or answers with an SMTP code. */
export type Mood = "takes" | 421 | 450 | 550;

export type MailServer = {
  url: string;
  taken: TakenMail[];
  /** How often somebody offered a mail, whatever became of it. */
  offered: () => number;
  feel: (mood: Mood) => void;
  /** Called with the id of a mail that is being offered, before it is answered. */
  onOffer: (listener: (messageId: string | null) => Promise<void>) => void;
  stop: () => Promise<void>;
};

/** A real SMTP server on a free port of this machine, or on the given one. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const taken: TakenMail[] = [];
  let mood: Mood = "takes";
  let offers = 0;
  let listener = async (_messageId: string | null) => {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        offers += 1;
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        const to = rcptTo.map(({ address }) => address);
        const mail = { from, to, raw: Buffer.concat(chunks).toString() };
        void listener(headerOf(mail, "Message-ID")).then(() => {
          if (mood !== "takes") return done(Object.assign(new Error("not now"), { responseCode: mood }));
          taken.push(mail);
          done();
        });
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    offered: () => offers,
    feel: (next) => {
      mood = next;
    },
    onOffer: (next) => {
      listener = next;
    },
    stop: () => new Promise((ended) => server.close(() => ended())),
  };
}

/** The value of a header, unfolded; null when there is none. */
export function headerOf(mail: TakenMail, name: string): string | null {
  const head = (mail.raw.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ");
  return new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? null;
}
