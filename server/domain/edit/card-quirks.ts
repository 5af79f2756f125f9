import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { readNumber } from "../../units/read-number";
import { buildElement } from "../../xml/build-element";
import { insertElement } from "../../xml/white-space";
import { attributeOf, childOf } from "../../xml/xml";
import type { QuirkId } from "../quirks/quirk-ids.schema";
import type { AttachOptions } from "./attach-options.schema";
import { setDeviceProperty } from "./device-properties";
import { pciControllers } from "./guest-slots";
import { hideKvm, showKvm } from "./hide-kvm";
import { addNote, dropNote, findNotes } from "./notes";
import { partOf } from "./parts";
import { addQemuArguments, dropQemuArguments } from "./qemu-arguments";
import { dropVendorId, setVendorId } from "./vendor-id";

/** What a quirk's edit is told of the card: where its main function is on the host, and its bus in the guest. */
export interface QuirkTarget {
  address: string;
  bus: number | null;
}

/** The name that the hypervisor goes by where its own is hidden. */
const plainName = "passdeck";

/** Edits that a quirk made outside of the device's own elements, and their inverses. */
const sharedEdits = { "hide-kvm": showKvm, "vendor-id": dropVendorId } as const;

/** Carries out the quirks chosen for a card that was just attached. What concerns the whole VM is noted for `dropQuirks`. */
export function applyQuirks(document: Document, target: QuirkTarget, options: AttachOptions) {
  for (const quirk of options.quirks ?? []) applyQuirk(document, quirk, target, options);
}

/** Takes back what the quirks of a device changed in the VM, save what another device's still need. */
export function dropQuirks(document: Document, address: string) {
  for (const note of findNotes(document, "quirk").toReversed()) {
    if (attributeOf(note, "address") !== address) continue;
    const [did, table] = [attributeOf(note, "did"), attributeOf(note, "table")];
    dropNote(note);
    if (did === "hide-kvm" || did === "vendor-id") sharedEdits[did](document);
    if (table !== null) dropQemuArguments(document, batteryArguments(table));
  }
}

function applyQuirk(document: Document, quirk: QuirkId, target: QuirkTarget, options: AttachOptions) {
  const { address, bus } = target;
  switch (quirk) {
    case "nvidia-error-43":
      return hideHypervisor(document, address);
    case "mobile-gpu-battery":
      return addBattery(document, address, options.batteryTable ?? null);
    case "intel-igd-opregion":
      return setDeviceProperty(document, address, { name: "x-igd-opregion", type: "bool", value: "true" });
    case "intel-igd-memory":
      // In units of 32 MiB.
      return setDeviceProperty(document, address, { name: "x-igd-gms", type: "unsigned", value: "2" });
    case "no-hot-plug":
      return turnHotPlugOff(document, bus);
    // Where the device goes is decided as it is attached; and for AMD's there is nothing to edit.
    case "intel-igd-legacy":
    case "amd-reset":
      return;
  }
}

/** Only what is not so already, so that taking it back leaves what others had set. */
function hideHypervisor(document: Document, address: string) {
  const features = { container: "features", name: "kvm" };
  if (attributeOf(childOf(partOf(document, features), "hidden"), "state") !== "on") {
    hideKvm(document);
    addNote(document, { name: "passdeck:quirk", attributes: { address, did: "hide-kvm" } });
  }
  const names = childOf(partOf(document, { container: "features", name: "hyperv" }), "vendor_id");
  if (attributeOf(names, "state") !== "on") {
    setVendorId(document, plainName);
    addNote(document, { name: "passdeck:quirk", attributes: { address, did: "vendor-id" } });
  }
}

function addBattery(document: Document, address: string, table: string | null) {
  if (table === null) {
    throw new AppError("bad-input", {
      userMessage: "The guest's battery needs a table's file, and none is named.",
    });
  }
  addQemuArguments(document, batteryArguments(table));
  addNote(document, { name: "passdeck:quirk", attributes: { address, table } });
}

/** QEMU takes a comma in a value doubled. */
function batteryArguments(path: string): string[] {
  return ["-acpitable", `file=${path.replaceAll(",", ",,")}`];
}

/** Only at a port that we added, which goes with the card; others may be somebody's on purpose. */
function turnHotPlugOff(document: Document, bus: number | null) {
  const own = findNotes(document, "port").some(
    (note) => readNumber(attributeOf(note, "index") ?? "") === bus,
  );
  const port = pciControllers(document).find(({ index }) => index === bus)?.element;
  if (own && port !== undefined) setTarget(document, port);
}

function setTarget(document: Document, port: Element) {
  if (childOf(port, "target") !== null) return;
  insertElement(port, buildElement(document, { name: "target", attributes: { hotplug: "off" } }));
}
