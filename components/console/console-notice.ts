import type { ConsoleStatus } from "./console-socket";

export type NoticeAction = "connect" | "start" | "take-over" | "add-serial-console" | "give-keyboard";

/** What stands above the terminal when it is not simply in use. */
export interface ConsoleNotice {
  text: string;
  /** Something is under way: nobody has to do anything. */
  busy: boolean;
  action: NoticeAction | null;
}

export interface NoticeFacts {
  vmName: string;
  /** Whoever looks may not type there, nor start the VM or change it. */
  watchOnly: boolean;
  /** A serial console was added a moment ago, to the definition of a VM that runs. */
  addedForNextStart: boolean;
}

/** The notice for a console's status; null when it works. */
export function noticeOf(status: ConsoleStatus, facts: NoticeFacts): ConsoleNotice | null {
  const notice = everyonesNotice(status, facts);
  return facts.watchOnly ? watchersNotice(notice, facts.vmName) : notice;
}

/** What is said to who may only watch: nothing is offered that they may not do, and where all works, why typing does nothing. */
export function watchersNotice(notice: ConsoleNotice | null, vmName: string): ConsoleNotice {
  if (notice === null)
    return waiting(
      `Read only: as a viewer you watch this console. What you type or click is not sent to ${vmName}.`,
      false,
    );
  return { ...notice, action: notice.action === "connect" ? "connect" : null };
}

function everyonesNotice(status: ConsoleStatus, facts: NoticeFacts): ConsoleNotice | null {
  switch (status.link) {
    case "connecting":
      // A try that follows a failed one leaves the reason on the screen.
      return waiting(
        status.message === null ? "Connecting…" : `Disconnected. ${status.message} Trying again…`,
      );
    case "waiting":
      return { ...waiting(sentences("Disconnected.", status.message, "Trying again…")), action: "connect" };
    case "closed":
      return { text: sentences("Disconnected.", status.message), busy: false, action: "connect" };
    case "open":
      return guestNotice(status, facts) ?? keyboardNotice(status);
  }
}

/** What is said of a keyboard that one viewer alone has; null where it is everybody's, or this page only watches anyway. */
export function keyboardNotice({
  readOnly,
  keyboard: { holder, by },
}: Pick<ConsoleStatus, "readOnly" | "keyboard">): ConsoleNotice | null {
  if (holder === "you")
    return { text: "You have the keyboard: nobody else can type.", busy: false, action: "give-keyboard" };
  if (readOnly || holder === "nobody") return null;
  return waiting(`${by ?? "Another viewer"} has the keyboard. You can watch until it is given back.`, false);
}

function guestNotice({ state, message }: ConsoleStatus, facts: NoticeFacts): ConsoleNotice | null {
  switch (state) {
    case "connected":
      return null;
    case "off":
      return { text: `${facts.vmName} is off.`, busy: false, action: "start" };
    case "no-device":
      return facts.addedForNextStart
        ? waiting(`The serial console is there once ${facts.vmName} was shut down and started again.`, false)
        : { text: `${facts.vmName} has no serial console.`, busy: false, action: "add-serial-console" };
    case "busy":
      return {
        text: "Another program, such as virsh console, holds this console. Taking it over ends that one.",
        busy: false,
        action: "take-over",
      };
    case "disconnected":
      return waiting(sentences(message ?? "The VM's console cannot be reached.", "Trying again…"));
    case "connecting":
    case null:
      return waiting(`Opening the console of ${facts.vmName}…`);
  }
}

/** A notice of what goes on by itself. */
export function waiting(text: string, busy = true): ConsoleNotice {
  return { text, busy, action: null };
}

/** Sentences one after the other; those that are null are left out. */
export function sentences(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join(" ");
}
