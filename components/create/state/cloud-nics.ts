import type { CloudNicInput } from "@/server/create/cloud-init/cloud-network.schema";

/** As many as a VM may have NICs. */
const mostNics = 16;

/** What is set for the VM's NIC of that place. */
export function nicAt(nics: readonly CloudNicInput[], index: number): CloudNicInput {
  return nics[index] ?? {};
}

/** The settings with others for the NIC of that place. */
export function withNic(nics: readonly CloudNicInput[], index: number, nic: CloudNicInput): CloudNicInput[] {
  const length = Math.max(nics.length, index + 1);
  return Array.from({ length }, (_, place) => (place === index ? nic : nicAt(nics, place)));
}

/**
 * MAC addresses of QEMU's range, 52:54:00, for NICs that are given none: cloud-init finds a NIC by its address, so that
 * it has to be known before libvirt would choose one. Random, and no two alike.
 */
export function randomMacs(): string[] {
  const [high = 0, middle = 0, low = 0] = crypto.getRandomValues(new Uint8Array(3));
  return Array.from({ length: mostNics }, (_, index) =>
    ["52", "54", "00", ...[high, middle, (low + index) % 256].map(hexByte)].join(":"),
  );
}

/** NICs with addresses of that list where they have none. */
export function withMacs<Nic extends { mac: string | null }>(
  nics: readonly Nic[],
  macs: readonly string[],
): Nic[] {
  return nics.map((nic, index) => ({ ...nic, mac: nic.mac ?? macs[index] ?? null }));
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
