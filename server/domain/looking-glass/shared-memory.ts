import type { Document, Element } from "@xmldom/xmldom";
import * as z from "zod";
import { AppError } from "../../errors";
import { buildElement } from "../../xml/build-element";
import { insertElement, removeElement } from "../../xml/white-space";
import { attributeOf } from "../../xml/xml";
import { ensureContainer } from "../edit/containers";
import { deviceElements } from "../edit/device-elements";
import { guestBusOf } from "../edit/guest-bus";
import { addQemuArguments, dropQemuArguments } from "../edit/qemu-arguments";
import { freeRootSlot, slotPlans } from "../edit/root-slot";
import { kvmfrNode, type LookingGlass, lookingGlassName } from "./looking-glass.schema";

const argumentsSchema = z.array(z.string());

/**
 * Gives the VM the memory that it shares with Looking Glass's client.
 * @returns what `dropSharedMemory` needs to find it again.
 * @throws AppError "conflict" where the VM has such memory by somebody else.
 */
export function addSharedMemory(
  document: Document,
  { memory, mebibytes }: Pick<LookingGlass, "memory" | "mebibytes">,
): string {
  if (sharedMemory(document) !== undefined) throw isThere();
  if (memory === "kvmfr") {
    const values = moduleArguments(document, mebibytes);
    addQemuArguments(document, values);
    return JSON.stringify(values);
  }
  const plan = {
    name: "shmem",
    attributes: { name: lookingGlassName },
    children: [
      { name: "model", attributes: { type: "ivshmem-plain" } },
      { name: "size", attributes: { unit: "M" }, text: String(mebibytes) },
      ...slotPlans(freeRootSlot(document)),
    ],
  };
  insertElement(ensureContainer(document, "devices"), buildElement(document, plan));
  return "";
}

/** @param found What `addSharedMemory` gave. */
export function dropSharedMemory(document: Document, found: string): void {
  const element = sharedMemory(document);
  if (found !== "") dropQemuArguments(document, argumentsSchema.parse(JSON.parse(found)));
  else if (element !== undefined) removeElement(element);
}

function sharedMemory(document: Document): Element | undefined {
  return deviceElements(document).find(
    (device) => device.nodeName === "shmem" && attributeOf(device, "name") === lookingGlassName,
  );
}

/**
 * In JSON, as libvirt 7.9 and newer give QEMU all devices: the other form is read later by QEMU, and would get a slot that
 * libvirt gave away (https://looking-glass.io/docs/B7/ivshmem_kvmfr/#libvirt). The slot is said for the same reason.
 */
function moduleArguments(document: Document, mebibytes: number): string[] {
  const slot = freeRootSlot(document);
  const root = guestBusOf(document) === "express" ? "pcie" : "pci";
  const place = slot === null ? {} : { bus: `${root}.${slot.bus}`, addr: `0x${slot.slot.toString(16)}` };
  const device = { driver: "ivshmem-plain", id: "shmem0", memdev: lookingGlassName, ...place };
  const backend = {
    "qom-type": "memory-backend-file",
    id: lookingGlassName,
    "mem-path": kvmfrNode,
    size: mebibytes * 2 ** 20,
    share: true,
  };
  return ["-object", JSON.stringify(backend), "-device", JSON.stringify(device)];
}

function isThere(): AppError {
  return new AppError("conflict", {
    userMessage: `The VM has shared memory called “${lookingGlassName}” already, which was not added here. Remove that device first, or leave Looking Glass as it is.`,
  });
}
