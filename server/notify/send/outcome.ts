/** What came of one try to send a message. */
export interface Outcome {
  /** `refused`: the server said no, and would say so again. */
  kind: "sent" | "refused" | "failed";
  /** HTTP's or SMTP's number; null where there was no answer. */
  status: number | null;
  /** A sentence for people. */
  words: string;
}

/** Where one is sent from: what every way of sending needs. */
export interface SendWays {
  /** Gives up with it. */
  signal: AbortSignal;
  /** Which addresses may be connected to. */
  mayAsk(address: string): boolean;
  /** Certificates that are trusted besides the system's, as PEM. */
  trust?: readonly string[];
  /** Unix milliseconds. */
  now(): number;
}

/** What kept a message from being sent, where there was no answer. */
export function failure(place: string, words: string): Outcome {
  return { kind: "failed", status: null, words: `${place}: ${words}.` };
}

/** As {@link failure}, of what stays so until somebody changes it. */
export function refusal(place: string, words: string): Outcome {
  return { kind: "refused", status: null, words: `${place}: ${words}.` };
}
