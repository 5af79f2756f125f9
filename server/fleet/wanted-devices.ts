import { attachedIdentities } from "../domain/edit/device-notes";
import { hostPciDevices } from "../domain/host-devices/read-host-devices";
import type { WantedDevice } from "../pci/start-check/wanted-device";
import { parseXml } from "../xml/xml";

/** The devices of its host that a VM's definition asks for, with what was noted of each when it was attached. */
export function wantedDevices(xml: string): WantedDevice[] {
  const document = parseXml(xml);
  const identities = attachedIdentities(document);
  return hostPciDevices(document).map(({ address, managed }) => ({
    address,
    managed,
    identity: identities.get(address) ?? null,
  }));
}
