import { createHash } from "node:crypto";
import { attributeOf, childOf, textOf } from "../../../xml/xml";
import { deviceElements } from "../../edit/device-elements";
import { domainOf } from "../../edit/domain-root";
import { placeOf } from "../../fields/place";
import { putValue } from "../../fields/values";
import type { DeviceEdits } from "../device-edits";

/**
 * A MAC address is chosen here and not by libvirt, so that the plan, the definition and the running machine get the
 * same: made of the VM's UUID and the addresses that it has.
 */
export const networkEdits: DeviceEdits = {
  make: (document, element, { mac: given }) => {
    if (given != null) return;
    const uuid = textOf(childOf(domainOf(document), "uuid")) ?? "";
    const others = deviceElements(document).filter((device) => device !== element);
    const taken = others.map((device) => attributeOf(childOf(device, "mac"), "address"));
    const [one, two, three] = createHash("sha256")
      .update([uuid, ...taken].join())
      .digest();
    const bytes = [0x52, 0x54, 0, one ?? 0, two ?? 0, three ?? 0];
    const mac = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(":");
    putValue(element, placeOf("mac@address"), mac);
  },
};
