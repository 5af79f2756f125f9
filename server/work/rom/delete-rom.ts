import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { deviceElements } from "../../domain/edit/device-elements";
import { AppError } from "../../errors";
import { attributeOf, childOf, parseXml } from "../../xml/xml";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";
import { romName, romsOf } from "./rom-file";

/** Deletes a VBIOS; an AppError "conflict" where a VM's definition names it. */
export const deleteRom = defineAct({
  name: "passthrough.deleteRom",
  title: "Delete a ROM file",
  input: hostReference.extend({ name: romName }),
  output: z.void(),
  objects: onHost,
  async run({ services: { fleet } }, { hostId, name }) {
    const roms = romsOf(fleet, hostId);
    const path = roms.pathOf(name);
    const user = fleet
      .vmsOf(hostId)
      .find(({ xml, definition }) =>
        definition.unreadable === null ? romPaths(xml).includes(path) : xml.includes(path),
      );
    if (user !== undefined) {
      throw new AppError("conflict", {
        userMessage: `${name} is used by the VM ${user.summary.name}. Detach the card there, or choose another ROM for it, first.`,
      });
    }
    await roms.remove(name);
  },
});

function romPaths(xml: string): string[] {
  return deviceElements(parseXml(xml)).flatMap((device) => attributeOf(childOf(device, "rom"), "file") ?? []);
}
