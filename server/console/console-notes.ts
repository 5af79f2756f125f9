/** A console that somebody opened. */
export interface ConsoleNote {
  /** Their name. */
  user: string;
  /** Who made the link by which they came, of a guest without an account. */
  guestOf?: string | undefined;
  hostId: string;
  vmId: string;
  kind: "serial" | "graphical";
  readOnly: boolean;
  /** Where it was opened from. */
  address: string;
}

/** Where it is noted who opened and closed which console; never what was typed, printed or shown, nor a ticket. */
export interface ConsoleNotes {
  info(note: ConsoleNote, message: "console opened" | "console closed"): void;
  error(fields: { err: unknown }, message: string): void;
}
