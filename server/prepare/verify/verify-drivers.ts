import type { Finding } from "./finding.schema";
import type { HostNow } from "./host-facts-now";

/** Whether a device has the driver that it was to get. */
export function driverFinding(address: string, driver: string, { drivers }: HostNow): Finding {
  const what = `${address} on ${driver}`;
  const found = drivers.get(address);
  if (found === driver) return { what, status: "pass", detail: "It has that driver." };
  if (found === undefined) {
    return {
      what,
      status: "fail",
      detail: "No device has this address any more: cards were moved, or one is off. Look where it is now.",
    };
  }
  const why =
    found === null
      ? `No driver has it: ${driver} was not loaded, or refused it.`
      : `${found} has it: it came first.`;
  return { what, status: "fail", detail: `${why} The kernel’s log (dmesg) tells more.` };
}
