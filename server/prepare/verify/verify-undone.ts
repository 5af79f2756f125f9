import { kernelParameter, parametersOfKernel } from "../../host/kernel-parameters";
import type { Finding } from "./finding.schema";
import type { HostNow } from "./host-facts-now";
import { driverFinding } from "./verify-drivers";

/** How a host was before a change. */
export interface HostBefore {
  /** /proc/cmdline; "" where it could not be read. */
  commandLine: string;
  /** By address; null where no driver had the device. */
  drivers: Readonly<Record<string, string | null>>;
}

/** What a kernel's update or another menu entry changes of the line. */
const passing = /^(?:BOOT_IMAGE|initrd)$/;

/** After a change was taken back: whether the host starts as it did before. Pure. */
export function verifyUndone(before: HostBefore, now: HostNow): Finding[] {
  return [...lineFinding(before, now), ...Object.entries(before.drivers).map(driverAsBefore(now))];
}

function lineFinding({ commandLine }: HostBefore, now: HostNow): Finding[] {
  if (commandLine === "" || now.commandLine === null) return [];
  const [was, is] = [wordsOf(commandLine), wordsOf(now.commandLine)];
  const odd = [
    ...was.filter((word) => !is.includes(word)).map((word) => `${word} is missing`),
    ...is.filter((word) => !was.includes(word)).map((word) => `${word} is still there`),
  ];
  const what = "The kernel’s line as before";
  return [
    odd.length === 0
      ? { what, status: "pass", detail: "The kernel was started with the words of before." }
      : { what, status: "fail", detail: `${odd.join("; ")}.` },
  ];
}

function wordsOf(commandLine: string): string[] {
  return parametersOfKernel(commandLine)
    .map(({ text }) => text)
    .filter((text) => !passing.test(kernelParameter(text).name));
}

function driverAsBefore(now: HostNow) {
  return ([address, driver]: [string, string | null]): Finding => {
    if (driver !== null) return driverFinding(address, driver, now);
    const found = now.drivers.get(address) ?? null;
    const what = `${address} without a driver`;
    return found === null
      ? { what, status: "pass", detail: "No driver has it." }
      : { what, status: "fail", detail: `${found} has it.` };
  };
}
