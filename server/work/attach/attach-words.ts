import { AppError } from "../../errors";

/** libvirt took the order, and the VM is not as it was planned. */
export function notAsPlanned(vmName: string, addresses: readonly string[]): AppError {
  return new AppError("conflict", {
    userMessage: `${vmName} is not as planned with regard to ${addresses.join(", ")}: somebody else changes its definition as well. Look at it, then try again.`,
  });
}

/** Why a device is not plugged or unplugged at once. */
export function laterWords(vmName: string, act: "attach" | "detach", why: string): string {
  return act === "attach"
    ? `${vmName} is on and gets it at its next start, because ${why}.`
    : `${vmName} is on and keeps it until it is shut down, because ${why}.`;
}
