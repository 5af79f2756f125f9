import type { Document, Element } from "@xmldom/xmldom";
import { deviceElements } from "../domain/edit/device-elements";
import { removeElement } from "../xml/white-space";
import { attributeOf, childOf, parseXml } from "../xml/xml";

/** What an emulated TPM keeps (its keys, what is sealed to them), and whose it is. */
export interface CloneTpm {
  /** UUID of the VM that is cloned: libvirt keeps the state in a folder of that name. */
  original: string;
  /** swtpm's state of each version has a folder of its own. */
  version: "tpm2" | "tpm1.2";
}

/** Where libvirt keeps the state of the TPMs of the system's VMs (qemuTPMEmulatorStorageBuildPath). */
const usualFolder = "/var/lib/libvirt/swtpm";

/** The folder with a VM's state. */
export function tpmFolder(vmId: string, { version }: Pick<CloneTpm, "version">): string {
  return `${usualFolder}/${vmId}/${version}`;
}

/** Whose state has to be copied for a clone; null where it has no emulated TPM, or one whose state is elsewhere. */
export function cloneTpm(xml: string, original: string): CloneTpm | null {
  const backend = emulatorOf(parseXml(xml));
  if (backend === null || childOf(backend, "source") !== null) return null;
  return { original, version: attributeOf(backend, "version") === "1.2" ? "tpm1.2" : "tpm2" };
}

/** Whether the clone's TPM is made by swtpm, wherever its state is. */
export function hasEmulatedTpm(xml: string): boolean {
  return emulatorOf(parseXml(xml)) !== null;
}

/**
 * Takes a place that the definition names for the state out of a clone's: two machines can't write it. (libvirt has it
 * since 10.10; the clone's is then where all others are.)
 */
export function dropTpmPlace(document: Document): void {
  const source = childOf(emulatorOf(document), "source");
  if (source !== null) removeElement(source);
}

function emulatorOf(document: Document): Element | null {
  const tpm = deviceElements(document).find(({ nodeName }) => nodeName === "tpm");
  const backend = childOf(tpm ?? null, "backend");
  return attributeOf(backend, "type") === "emulator" ? backend : null;
}
