import type { WantedDevice } from "../pci/start-check/wanted-device";
import { attachedIdentities } from "../vm/edit/device-notes";
import { hostDevices } from "../vm/edit/host-devices";
import { attributeOf, parseXml } from "../vm/xml";

/** The devices of its host that a VM's definition asks for, with what was noted of each when it was attached. */
export function wantedDevices(xml: string): WantedDevice[] {
  const document = parseXml(xml);
  const identities = attachedIdentities(document);
  return hostDevices(document).map(({ element, address }) => ({
    address,
    managed: attributeOf(element, "managed") === "yes",
    identity: identities.get(address) ?? null,
  }));
}
