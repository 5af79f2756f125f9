import type { VmSummary } from "@/server/fleet/schema";
import { type ConsoleNotice, keyboardNotice, sentences, waiting } from "../console-notice";
import type { ScreenStatus } from "./screen-socket";

/** The notice for a screen's status; null when it works. */
export function noticeOfScreen(
  status: Pick<ScreenStatus, "link" | "message" | "readOnly" | "keyboard">,
  vm: Pick<VmSummary, "name" | "state">,
  running: boolean,
): ConsoleNotice | null {
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
