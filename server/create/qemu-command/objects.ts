import type { ImportDraft } from "./draft";
import type { ReadOption } from "./machine";
import type { QemuOption } from "./option";

export const objectOptions: Readonly<Record<string, ReadOption>> = { object: readObject };

/** -object: what devices name is kept for them; an input device of the host stands for itself. */
function readObject(draft: ImportDraft, option: QemuOption) {
  const kind = option.kind ?? option.take("qom-type") ?? "";
  for (const name of ["qom-type", "driver"]) option.take(name);
  if (kind === "iothread") draft.iothreads.push(option.take("id") ?? "");
  else if (kind === "input-linux") readEvdev(draft, option);
  // libvirt's own key for the passwords that it hands to QEMU.
  else if (kind === "secret" && option.look("id") === "masterKey0") option.takeAll();
  else draft.keep("object", option);
}

/** A keyboard or mouse of the host, shared with the guest (evdev). */
function readEvdev(draft: ImportDraft, option: QemuOption) {
  option.take("id");
  const path = option.take("evdev") ?? "";
  const grab = option.takeIf("grab-all", (value) => value === "on") === undefined ? null : "all";
  const repeat = option.takeIf("repeat", (value) => value === "on" || value === "off") ?? null;
  draft.addDevice(option, "input", { type: "evdev", device: path, grab, repeat });
}
