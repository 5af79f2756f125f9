import { type DeviceMap, deviceName } from "@/components/fleet/device-names";
import { stateLooks } from "@/components/fleet/state-look";
import type { VmSummary } from "@/server/fleet/schema";

const texts = new WeakMap<DeviceMap, WeakMap<VmSummary, string>>();

/** All of a VM that a search looks at, in lower case. Made once for each version of a VM. */
function searchText(vm: VmSummary, devices: DeviceMap): string {
  let ofDevices = texts.get(devices);
  if (ofDevices === undefined) {
    ofDevices = new WeakMap();
    texts.set(devices, ofDevices);
  }
  const known = ofDevices.get(vm);
  if (known !== undefined) return known;
  const parts = [
    vm.name,
    vm.title ?? "",
    stateLooks[vm.state].word,
    vm.id,
    vm.folder ?? "",
    ...vm.tags,
    ...vm.addresses,
    ...vm.interfaces.map(({ mac }) => mac),
    ...vm.passthrough.flatMap((address) => {
      const device = devices.get(address);
      return device === undefined ? [address] : [address, deviceName(device), device.vendor];
    }),
  ];
  const text = parts.join("\n").toLowerCase();
  ofDevices.set(vm, text);
  return text;
}

/** The words of a query; a VM must have all of them somewhere. */
export function queryWords(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether a VM has all words of a query in its name, title, tags, folder, state, UUID, addresses or devices. */
export function matchesQuery(vm: VmSummary, words: readonly string[], devices: DeviceMap): boolean {
  if (words.length === 0) return true;
  const text = searchText(vm, devices);
  return words.every((word) => text.includes(word));
}
