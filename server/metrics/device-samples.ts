import type { JudgedDevice, JudgedReport } from "../pci/schema";
import type { Sample } from "./families";

/** Bridges between buses are nobody's to give away. */
const bridgeClass = "06";

/** The devices of a host with their verdicts, and what its checks came to. */
export function reportSamples(hostId: string, { devices, checks }: JudgedReport): Sample[] {
  const given = devices.filter((device) => !device.class.startsWith(bridgeClass));
  return [
    ...given.flatMap((device) => deviceSamples(hostId, device)),
    ...checks.map(({ id, status }): Sample => {
      return { family: "passdeck_host_check", labels: { host: hostId, check: id, status }, value: 1 };
    }),
  ];
}

function deviceSamples(hostId: string, device: JudgedDevice): Sample[] {
  const labels = { host: hostId, address: device.address, device: device.product };
  const facts = {
    class: device.class,
    driver: device.driver ?? "",
    iommu_group: device.iommuGroup === null ? "" : String(device.iommuGroup),
  };
  return [
    { family: "passdeck_device_info", labels: { ...labels, ...facts }, value: 1 },
    { family: "passdeck_device_verdict", labels: { ...labels, verdict: device.verdict.status }, value: 1 },
  ];
}

/** A VM as far as it may have devices. */
export interface Holder {
  vmId: string;
  name: string;
  isOn: boolean;
  /** PCI functions that its definition hands to it. */
  passthrough: readonly string[];
}

/** Which VM has which device. @param devices The host's; none where they can't be read. */
export function assignedSamples(
  hostId: string,
  holders: readonly Holder[],
  devices: readonly Pick<JudgedDevice, "address" | "product">[],
): Sample[] {
  const products = new Map(devices.map(({ address, product }) => [address, product]));
  return holders.flatMap(({ vmId, name, isOn, passthrough }) =>
    passthrough.map((address): Sample => {
      const device = products.get(address) ?? "";
      const labels = { host: hostId, address, device, domain: name, uuid: vmId };
      return { family: "passdeck_device_assigned", labels, value: isOn ? 1 : 0 };
    }),
  );
}
