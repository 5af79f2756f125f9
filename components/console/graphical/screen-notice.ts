import type { VmSummary } from "@/server/fleet/schema";
import { type ConsoleNotice, keyboardNotice, sentences, waiting, watchersNotice } from "../console-notice";
import type { ScreenStatus } from "./screen-socket";

type ShownStatus = Pick<ScreenStatus, "link" | "message" | "readOnly" | "keyboard">;

export interface ScreenFacts {
  vm: Pick<VmSummary, "name" | "state">;
  running: boolean;
  /** Whoever looks may not type there, nor start the VM. */
  watchOnly: boolean;
}

/** The notice for a screen's status; null when it works. */
export function noticeOfScreen(status: ShownStatus, facts: ScreenFacts): ConsoleNotice | null {
  const notice = everyonesNotice(status, facts);
  return facts.watchOnly ? watchersNotice(notice, facts.vm.name) : notice;
}

function everyonesNotice(status: ShownStatus, { vm, running }: ScreenFacts): ConsoleNotice | null {
  if (!running) return { text: `${vm.name} is off.`, busy: false, action: "start" };
  switch (status.link) {
    case "idle":
    case "connecting":
      // A try that follows a failed one leaves the reason on the screen.
      return waiting(
        status.message === null ? "Connecting…" : `Disconnected. ${status.message} Trying again…`,
      );
    case "waiting":
      return { ...waiting(sentences("Disconnected.", status.message, "Trying again…")), action: "connect" };
    case "closed":
      return { text: status.message ?? "Disconnected.", busy: false, action: "connect" };
    case "open":
      return vm.state === "paused" || vm.state === "suspended"
        ? waiting(`${vm.name} is ${vm.state}: its screen stands still until it is resumed.`, false)
        : keyboardNotice(status);
  }
}
