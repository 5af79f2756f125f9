import { distributionFields } from "../os-release";
import type { BootFiles } from "./boot-files";
import type { KernelLineSource, ManagedSystem } from "./boot-setup";
import { alpineInMemory, managedSystems } from "./managed-systems";

/** Where the kernel line of a managed system is kept; null of all others. */
export function managedLine(files: BootFiles): KernelLineSource | null {
  const release = files.text("etc/os-release") || files.text("usr/lib/os-release");
  const fields = distributionFields(release);
  const id = fields.get("ID")?.toLowerCase() ?? "";
  // Harvester's ID is that of the system below it.
  const name = fields.get("PRETTY_NAME")?.split(" ", 1)[0]?.toLowerCase() ?? "";
  const system = managedSystems.find(
    ({ ids, marks, isReplacedBy }) =>
      (ids.some((one) => one === id || one === name) || files.firstOf(marks) !== null) &&
      isReplacedBy?.test(files.text("proc/cmdline")) !== true,
  );
  if (system === undefined) return isDiskless(files, id) ? managed(alpineInMemory) : null;
  return managed(system);
}

function managed(system: ManagedSystem): KernelLineSource {
  return { format: "managed", file: "", field: null, editor: null, regenerate: [], system };
}

function isDiskless(files: BootFiles, id: string): boolean {
  const line = files.text("proc/cmdline");
  return (
    id === "alpine" && /(?:^|\s)(?:modloop|alpine_dev|apkovl)=/.test(line) && !/(?:^|\s)root=/.test(line)
  );
}
