/** Drivers that are part of the kernel's own file, or of which nobody asks. */
const builtIn: ReadonlySet<string> = new Set(["pcieport", "hsw_uncore"]);

/** Drivers whose modules have another name. */
const names: Readonly<Record<string, string>> = { xhci_hcd: "xhci_pci" };

/** The module that a driver of a device comes with; null where it is part of the kernel. */
export function moduleOf(driver: string): string | null {
  return builtIn.has(driver) ? null : (names[driver] ?? driver.replaceAll("-", "_"));
}
