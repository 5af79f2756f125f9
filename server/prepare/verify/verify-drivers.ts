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

/** Whether vfio-pci has let go of a device. */
export function returnedFinding(address: string, { drivers }: HostNow): Finding {
  const what = `${address} with the host again`;
  const found = drivers.get(address) ?? null;
  if (found === "vfio-pci") {
    return {
      what,
      status: "fail",
      detail: "vfio-pci has it still: something else binds it, by its id or a file that is not Passdeck’s.",
    };
  }
  return { what, status: "pass", detail: found === null ? "No driver has it." : `${found} has it.` };
}
