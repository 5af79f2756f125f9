import { isGpu } from "../../device-kind.schema";
import type { PciDevice } from "../../schema";
import { type Card, holds } from "../card";
import { hasNoOutputs, isHostsDisplay, showsSomething } from "../device-traits";
import { type JudgedHost, type Rule, reason } from "../rule";
import { listed, named, namedWithDriver } from "../words";

const dark =
  "the host's screen stays dark until the card is returned to the host, and the host can only be reached over the network or a serial console";
const reachable =
  "Make sure that you can reach the host without its screen (this dashboard, SSH), then continue.";

/** The display that the firmware and the kernel's console use, and the last one that the host has. */
export const displays: Rule = (card, host) => {
  const own = card.functions.filter((device) => isHostsDisplay(device) && !hasNoOutputs(device));
  const [display] = own;
  if (display === undefined) return [];
  const others = host.displays.filter((device) => isHostsDisplay(device) && !holds(card, device.address));
  const boot = own.find(({ bootVga }) => bootVga === true);
  if (others.length === 0) return own.some(mayShow) ? [onlyDisplay(display, card, host)] : [];
  if (boot !== undefined) return [bootDisplay(boot, others)];
  const isLast = own.some(showsSomething) && !others.some(showsSomething);
  return isLast ? [onlyDisplay(display, card, host)] : [];
};

/** Where the firmware does not say which display it uses (Arm), even one without a driver may be it. */
function mayShow(display: PciDevice): boolean {
  return showsSomething(display) || display.bootVga === null;
}

function onlyDisplay(display: PciDevice, card: Card, host: JudgedHost) {
  const gone = host.displays.filter((other) => isGpu(other) && !holds(card, other.address));
  const rest = gone.length === 0 ? "" : `; ${listed(gone, namedWithDriver)} can't show a picture`;
  const message = `${named(display)} is the host's only display${rest}. Once it is reserved for VMs, ${dark}.`;
  return reason("risk", "only-display", [display], message, reachable);
}

function bootDisplay(display: PciDevice, others: readonly PciDevice[]) {
  const shown = others.filter(showsSomething);
  const consequence =
    shown.length === 0
      ? `${listed(others, namedWithDriver)} can't show the host's screen now: once it is reserved for VMs, ${dark}.`
      : `Once it is reserved for VMs, boot messages and the console are no longer visible; ${listed(shown, named)} ${shown.length === 1 ? "stays" : "stay"} with the host.`;
  const message = `${named(display)} is the boot display: the firmware and the host's console use it. ${consequence}`;
  const fix =
    shown.length === 0
      ? reachable
      : `Select ${shown.length === 1 ? "" : "one of "}${listed(shown, named)} as the primary display in the firmware setup, or make sure that you can reach the host without its screen.`;
  return reason("risk", "boot-display", [display], message, fix);
}
