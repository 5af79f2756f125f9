/** How the host's kernel has one PCI device right now. */
export interface Binding {
  driver: string | null;
  /** Null where nothing is set. */
  driverOverride: string | null;
  group: number | null;
}

/** By PCI address; compared as a whole before and after what must not change anything. */
export type Bindings = Readonly<Record<string, Binding>>;

/** For `LabHost.run`: a line for each fact, "ADDRESS device", "ADDRESS driver DRIVER" and so on. */
export const printBindings = [
  "/bin/sh",
  "-c",
  `cd /sys/bus/pci/devices
   printf '%s device\\n' *
   find */ -maxdepth 1 '(' -name driver -o -name iommu_group ')' -printf '%H %f %l\\n'
   grep . */driver_override | sed 's#/driver_override:# override #'`,
] as const;

/** Reads what `printBindings` printed. */
export function parseBindings(text: string): Bindings {
  const bindings: Record<string, Binding> = {};
  for (const line of text.split("\n")) {
    const [folder = "", fact, value = ""] = line.split(" ");
    const address = folder.replace(/\/$/, "");
    const binding = bindings[address] ?? { driver: null, driverOverride: null, group: null };
    bindings[address] = withFact(binding, fact, value);
  }
  return bindings;
}

function withFact(binding: Binding, fact: string | undefined, value: string): Binding {
  const name = value.slice(value.lastIndexOf("/") + 1);
  if (fact === "driver") return { ...binding, driver: name };
  if (fact === "iommu_group") return { ...binding, group: Number(name) };
  // The kernel's word for nothing.
  if (fact === "override") return { ...binding, driverOverride: value === "(null)" ? null : value };
  return binding;
}
