import { isBridge, isGpu } from "@/server/pci/device-kind.schema";
import type { JudgedDevice, JudgedReport } from "@/server/pci/schema";

/** A host's cards, each by the function that names it: its display, else its first. Graphics cards come first. */
export function leadsOf({ devices }: JudgedReport): JudgedDevice[] {
  const leads = devices.filter((device) => !isBridge(device) && leadOf(device, devices) === device);
  return [...leads.filter(isGpu), ...leads.filter((device) => !isGpu(device))];
}

function leadOf(device: JudgedDevice, devices: readonly JudgedDevice[]): JudgedDevice | undefined {
  const functions = devices.filter(
    ({ address }) => address === device.address || device.needs.guestGets.includes(address),
  );
  return functions.find(isGpu) ?? functions[0];
}

/** Models of which the host has several cards, by the name that people know. */
export function modelsOf(leads: readonly JudgedDevice[]): { label: string; addresses: string[] }[] {
  const model = ({ vendorId, deviceId }: JudgedDevice) => `${vendorId}:${deviceId}`;
  return leads.flatMap((lead, place) => {
    const alike = leads.filter((other) => model(other) === model(lead));
    if (alike.length < 2 || leads.indexOf(alike[0] ?? lead) !== place) return [];
    return { label: lead.product, addresses: alike.map(({ address }) => address) };
  });
}
