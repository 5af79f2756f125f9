import type { PlannedEdit } from "../../create/desktop/desktop.schema";
import { deviceForm } from "../../domain/devices/device-forms.schema";
import { findDevice } from "../../domain/devices/find-device";
import { inSentence } from "../../domain/devices/words.schema";
import { sectionsOf } from "../../domain/hardware/sections-of";
import type { parseXml } from "../../xml/xml";

type Document = ReturnType<typeof parseXml>;

/** What an edit does, as an order: "Add a disk", "Change the CPU". */
export function editWords(document: Document, edit: PlannedEdit): string {
  switch (edit.act) {
    case "add":
      return `Add: ${inSentence(deviceForm(edit.kind).title)}`;
    case "change":
      return `Change: ${subjectOf(document, edit.key)}`;
    case "remove":
      return `Remove: ${subjectOf(document, edit.key)}`;
    case "boot":
      return "Change: boot order";
    case "remove-looking-glass":
      return "Remove Looking Glass";
    case "desktop":
      return "Set up as a desktop with a GPU";
    case "usb-ports":
      return "Change: USB ports";
    case "named-devices":
      return "Change: named devices";
  }
}

/** A device or a part of the machine, in words: "disk vda", "CPU pinning". */
function subjectOf(document: Document, key: string): string {
  const section = sectionsOf(document).find(({ id }) => id === key);
  if (section !== undefined) return inSentence(section.title);
  const device = findDevice(document, key);
  const title = inSentence(device?.form?.title ?? device?.element.nodeName ?? "device");
  const [, name = ""] = /^[^:]+:(.+)$/.exec(key) ?? [];
  return /^\d+$/.test(name) ? title : `${title} ${name}`;
}
