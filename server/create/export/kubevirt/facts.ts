/** What is known of the host that the VM is on. */
export interface KubevirtFacts {
  /** Capacities by a disk's path, or its source where that is none; in bytes. */
  diskBytes: ReadonlyMap<string, number>;
  /** What the host's PCI functions are, by address. */
  pciIds: ReadonlyMap<string, { vendorId: string; deviceId: string }>;
}
