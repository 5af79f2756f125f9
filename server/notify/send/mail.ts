import { connect, isIP, type Socket } from "node:net";
import { rootCertificates } from "node:tls";
import { createTransport } from "nodemailer";
import { guardedLookup, RefusedAddress } from "../../storage/download/guarded-lookup";
import type { ChannelSettings } from "../channel.schema";
import type { Message } from "../message";
import { networkWords } from "./network-words";
import { failure, type Outcome, refusal, type SendWays } from "./outcome";

/** A mail server, as a channel of the house names it. */
export type MailServer = Extract<ChannelSettings, { kind: "mail" }>;

/** Sends a message by SMTP. One that the server takes for some of its recipients is sent. */
export async function sendMail(
  server: MailServer,
  secret: string,
  message: Message,
  ways: SendWays,
): Promise<Outcome> {
  const place = `${server.host}:${server.port}`;
  if (isIP(server.host) !== 0 && !ways.mayAsk(server.host))
    return refusal(place, refusedAddress(server.host));
  let socket: Socket | undefined;
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.tls === "tls",
    requireTLS: server.tls === "starttls",
    ignoreTLS: server.tls === "none",
    ...(server.user === "" ? {} : { auth: { user: server.user, pass: secret } }),
    ...(ways.trust === undefined ? {} : { tls: { ca: [...rootCertificates, ...ways.trust] } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket: (_options, callback) => {
      connectTo(server, ways).then(
        (connection) => {
          socket = connection;
          callback(null, { connection });
        },
        (error: Error) => callback(error),
      );
    },
  });
  const cut = () => socket?.destroy(new Error("it did not answer in time"));
  ways.signal.addEventListener("abort", cut);
  try {
    await transport.sendMail(mailOf(server, message));
    return { kind: "sent", status: 250, words: `${place} took it for ${server.to.join(", ")}.` };
  } catch (error) {
    return failedBy(error as MailError, place, ways.signal.aborted);
  } finally {
    ways.signal.removeEventListener("abort", cut);
    socket?.destroy();
  }
}

function connectTo({ host, port }: MailServer, { mayAsk, signal }: SendWays): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, lookup: guardedLookup(mayAsk), signal });
    socket.once("error", reject);
    socket.once("connect", () => resolve(socket));
  });
}

function mailOf({ from, to }: MailServer, { id, title, text, url, severity }: Message) {
  const [, domain = "passdeck"] = from.split("@");
  return {
    from: { name: "Passdeck", address: from },
    to: [...to],
    subject: `[Passdeck] ${title}`,
    text: `${text}\n${url === null ? "" : `\n${url}\n`}\nSent by Passdeck, which you can tell what to send in Notifications.\n`,
    messageId: `<${id}@${domain}>`,
    priority: severity === "critical" ? ("high" as const) : ("normal" as const),
    // No out-of-office notice comes back (RFC 3834).
    headers: { "Auto-Submitted": "auto-generated", "Passdeck-Id": id },
  };
}

interface MailError extends Error {
  code?: string;
  response?: string;
  responseCode?: number;
  cause?: unknown;
}

function failedBy(error: MailError, place: string, isLate: boolean): Outcome {
  if (isLate) return failure(place, "it did not answer in time");
  if (error instanceof RefusedAddress) return refusal(place, refusedAddress(error.address));
  const { responseCode: status = null, response } = error;
  // Numbers of 5xx stay as they are until somebody changes something (RFC 5321, 4.2.1).
  if (status !== null && status >= 500)
    return { kind: "refused", status, words: `${place} refuses it: ${response ?? error.message}.` };
  if (error.code === "EAUTH" && status === null)
    return refusal(place, "it asks for a user name and a password in no way that Passdeck knows");
  return { kind: "failed", status, words: `${place}: ${wordsOf(error)}.` };
}

function wordsOf(error: MailError): string {
  if (error.response !== undefined) return error.response;
  if (/STARTTLS/.test(error.message) && error.code === "ETLS" && error.cause === undefined)
    return "it does not offer STARTTLS, without which nothing is sent";
  return networkWords(error.cause ?? error);
}

function refusedAddress(address: string): string {
  return `${address} is an address that Passdeck sends nothing to`;
}
