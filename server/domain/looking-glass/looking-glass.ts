import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { removeElement } from "../../xml/white-space";
import { attributeOf, childOf } from "../../xml/xml";
import { addDevice } from "../devices/add-device";
import { deviceForm } from "../devices/device-forms.schema";
import type { DeviceKind } from "../devices/device-kind.schema";
import { dropEmptyContainer } from "../edit/containers";
import { deviceElements } from "../edit/device-elements";
import { addNote, dropNote, findNotes } from "../edit/notes";
import { bringBack, setAside } from "../edit/set-aside";
import type { Values } from "../fields/field.schema";
import { addPointerAndKeyboard, isVirtioInput } from "./inputs";
import { type LookingGlass, lookingGlassSchema } from "./looking-glass.schema";
import { addSharedMemory, dropSharedMemory } from "./shared-memory";

const edit = "looking-glass";

/** How Passdeck set a VM up for Looking Glass; null where it did not. */
export function readLookingGlass(document: Document): LookingGlass | null {
  const [note] = findNotes(document, edit);
  if (note === undefined) return null;
  const said = {
    mebibytes: Number(attributeOf(note, "mebibytes")),
    memory: attributeOf(note, "memory"),
    video: attributeOf(note, "video"),
    spice: attributeOf(note, "spice") === "yes",
  };
  return lookingGlassSchema.safeParse(said).data ?? null;
}

/**
 * Sets a VM up for Looking Glass: shared memory, keyboard and mouse by SPICE, QEMU's own display and the balloon out of
 * the way (https://looking-glass.io/docs/B7/install_libvirt/). `removeLookingGlass` is the exact inverse; on a VM that is
 * set up already it comes first.
 * @throws AppError "conflict" where the VM has its shared memory by somebody else.
 */
export function addLookingGlass(document: Document, wanted: LookingGlass): void {
  if (findNotes(document, edit).length > 0) removeLookingGlass(document);
  const { mebibytes, memory, video, spice } = wanted;
  const only: Only[] = [
    ...(video === "keep" ? [] : [{ kind: "video" as const, model: video }]),
    { kind: "balloon", model: "none" },
  ];
  const unlike = only.filter((one) => !isSo(document, one));
  // All of them before anything is added, as their places are counted among what stays.
  const leave = unlike.flatMap((one) => allOf(document, one.kind));
  setAside(document, edit, [...(spice ? deviceElements(document).filter(isTablet) : []), ...leave]);
  const text = addSharedMemory(document, wanted);
  const added = [...(spice ? addSpice(document) : []), ...unlike.map(({ kind }) => kind)];
  for (const { kind, model } of unlike) add(document, kind, { model });
  const attributes = { mebibytes: String(mebibytes), memory, video, spice: spice ? "yes" : "no" };
  addNote(document, {
    name: `passdeck:${edit}`,
    attributes: { ...attributes, added: added.join(" ") },
    text,
  });
}

/**
 * Takes away what `addLookingGlass` added, and puts back what it took out. What somebody has changed since is theirs, and
 * stays; so does SPICE, where another device needs it by now.
 * @throws AppError "not-found" where Looking Glass was not set up here.
 */
export function removeLookingGlass(document: Document): void {
  const [note] = findNotes(document, edit);
  if (note === undefined) {
    throw new AppError("not-found", {
      userMessage:
        "Looking Glass was not set up by Passdeck in this VM. Shared memory that was added otherwise is removed as a device.",
    });
  }
  const added = attributeOf(note, "added")?.split(" ") ?? [];
  dropSharedMemory(document, note.textContent ?? "");
  const video = attributeOf(note, "video");
  const ours = added.filter((what) => what !== "spice" || !isSpiceUsed(document));
  const gone = new Set(ours.filter((what) => drop(document, what, video)));
  if (gone.has("spice")) silence(document);
  bringBack(document, edit, (device) => isWanted(document, device, gone));
  dropNote(note);
  dropEmptyContainer(document, "devices");
}

/** A kind of which the VM is to have one, of this model. */
interface Only {
  kind: "video" | "balloon";
  model: string;
}

function isSo(document: Document, { kind, model }: Only): boolean {
  const found = allOf(document, kind);
  return found.length === 1 && found.every((device) => modelOf(device) === model);
}

function allOf(document: Document, kind: Only["kind"]): Element[] {
  return deviceElements(document).filter(kind === "video" ? isVideo : isBalloon);
}

function addSpice(document: Document): string[] {
  const inputs = addPointerAndKeyboard(document);
  if (deviceElements(document).some(isSpice)) return inputs;
  const screen = add(document, "screen", { type: "spice", listen: "address", address: "127.0.0.1" });
  // Without a port libvirt would have it listen on nothing, and the client is another program.
  screen.setAttribute("autoport", "yes");
  return ["spice", ...inputs];
}

function add(document: Document, kind: DeviceKind, values: Values): Element {
  return addDevice(document, deviceForm(kind), values);
}

/** Whether what was added was there and went. */
function drop(document: Document, what: string, video: string | null): boolean {
  const element = deviceElements(document).find((device) => isAdded(device, what, video));
  if (element !== undefined) removeElement(element);
  return element !== undefined;
}

function isAdded(device: Element, what: string, video: string | null): boolean {
  switch (what) {
    case "spice":
      return isSpice(device);
    case "video":
      return isVideo(device) && modelOf(device) === video;
    case "balloon":
      return isBalloon(device) && modelOf(device) === "none";
    case "mouse":
    case "keyboard":
      return isVirtioInput(device, what);
    default:
      return false;
  }
}

/** Of a kind that a VM has one of, the one of before comes back only in place of ours. */
function isWanted(document: Document, device: Element, gone: ReadonlySet<string>): boolean {
  if (isVideo(device)) return gone.has("video");
  if (isBalloon(device)) return gone.has("balloon");
  return !deviceElements(document).some(isTablet);
}

function isSpiceUsed(document: Document): boolean {
  return deviceElements(document).some((device) =>
    /^spice(vmc|port)$/.test(attributeOf(device, "type") ?? ""),
  );
}

/** libvirt has a VM's sound go to its display, and refuses SPICE's without one. */
function silence(document: Document): void {
  for (const device of deviceElements(document))
    if (device.nodeName === "audio" && attributeOf(device, "type") === "spice")
      device.setAttribute("type", "none");
}

const isVideo = ({ nodeName }: Element) => nodeName === "video";
const isBalloon = ({ nodeName }: Element) => nodeName === "memballoon";
const isTablet = (device: Element) => device.nodeName === "input" && attributeOf(device, "type") === "tablet";
const isSpice = (device: Element) =>
  device.nodeName === "graphics" && attributeOf(device, "type") === "spice";

function modelOf(device: Element): string | null {
  return attributeOf(device, "model") ?? attributeOf(childOf(device, "model"), "type");
}
