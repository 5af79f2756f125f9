import { AppError } from "../../errors";

/** libvirt accepted the change, and the VM is not as it was planned. */
export function notAsPlanned(vmName: string, addresses: readonly string[]): AppError {
  return new AppError("conflict", {
    userMessage: `The definition of ${vmName} is not as planned for ${addresses.join(", ")}: somebody else is changing it too. Check it, then try again.`,
  });
}

/** Why a device is not plugged or unplugged at once. */
export function laterWords(vmName: string, act: "attach" | "detach", why: string): string {
  return act === "attach"
    ? `${vmName} is running and gets it at its next start, because ${why}.`
    : `${vmName} is running and keeps it until it is shut down, because ${why}.`;
}
