/** An interface as sysfs tells it. */
export interface InterfaceFacts {
  name: string;
  /** PCI devices that it hangs on by itself. */
  owners: readonly string[];
  /** Interfaces right below it. */
  lowers: readonly string[];
  kind: "bridge" | "bond" | "other";
  /** Its packets go to one of those below it, by what is at their other ends. */
  isSwitch: boolean;
  /** Made by the kernel, without hardware of its own. */
  isVirtual: boolean;
  /** It stands for a routing table of its own (VRF). */
  isRoutingDomain: boolean;
  /** Its packets travel in others, by the host's other routes. */
  isTunnel: boolean;
  /** Its link is down. */
  isDown: boolean;
  addresses: readonly string[];
}

/** The interface itself and those below it that hang on PCI devices. Circles end where they began. */
export function carriersOf(
  top: InterfaceFacts,
  byName: ReadonlyMap<string, InterfaceFacts>,
): InterfaceFacts[] {
  const seen = new Set([top]);
  for (const facts of seen) {
    for (const name of facts.lowers) {
      const lower = byName.get(name);
      if (lower !== undefined) seen.add(lower);
    }
  }
  return [...seen].filter(({ owners }) => owners.length > 0);
}
