import { plainText } from "../../host/plain-text";
import { isPciAddress } from "../../units/pci-address.schema";

/** What a process's arguments tell of a VM that it runs: QEMU's, and those of emulators with the same options. */
export interface EmulatorCommand {
  /** The VM's name (`-name guest=…`); null where there is none. */
  name: string | null;
  /** PCI functions and mediated devices that it was given (`-device vfio-pci,host=…`, `sysfsdev=…`). */
  functions: readonly string[];
  mediated: readonly string[];
  /** Device nodes in its arguments, below the root: "dev/nvme0n1p4". */
  nodes: readonly string[];
}

/** @param commandLine As in /proc/PID/cmdline: arguments that end with zero bytes. @returns null of another program. */
export function emulatorCommandOf(commandLine: string | null): EmulatorCommand | null {
  const [program = "", ...words] = (commandLine ?? "").split("\0");
  if (!/(^|\/)(qemu[\w.-]*|kvm|cloud-hypervisor|crosvm)$/.test(program)) return null;
  const text = words.join("\n");
  const named = words[words.indexOf("-name") + 1] ?? "";
  const name = words.includes("-name")
    ? (/(?:^|,)guest=([^,]+)/.exec(named)?.[1] ?? /^[^,=]+/.exec(named)?.[0])
    : undefined;
  const hosts = [...text.matchAll(/vfio-pci[^\n]*?\bhost"?\s*[=:]\s*"?([0-9a-f:.]+)/g)].map(
    ([, host = ""]) => host,
  );
  const places = [...text.matchAll(/sysfsdev"?\s*[=:]\s*"?\/sys\/[^\s",]*\/([^\s",/]+)/g)].map(
    ([, last = ""]) => last,
  );
  const functions = [
    ...hosts.map((host) => (host.split(":").length === 2 ? `0000:${host}` : host)),
    ...places,
  ];
  return {
    name: name === undefined ? null : plainText(name) || null,
    functions: functions.filter(isPciAddress),
    mediated: places.filter((place) => !isPciAddress(place)),
    nodes: [...new Set([...text.matchAll(/\/(dev\/[\w./:@+-]+)/g)].map(([, node = ""]) => node))],
  };
}
