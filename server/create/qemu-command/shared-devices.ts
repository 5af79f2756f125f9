import type { ImportDraft } from "./draft";
import type { ReadOption } from "./machine";
import type { QemuOption } from "./option";
import { isOn } from "./properties";
import { sizeFromText } from "./size";

/** Folders and memory that guest and host share. */
export const sharedDevices: Readonly<Record<string, ReadOption>> = {
  "virtio-9p-pci": readFolder,
  "virtio-9p": readFolder,
  "virtio-9p-device": readFolder,
  "vhost-user-fs-pci": readVirtiofs,
  "ivshmem-plain": readSharedMemory,
};

/** -virtfs, which is -fsdev and its device in one. */
export const sharedOptions: Readonly<Record<string, ReadOption>> = {
  virtfs: (draft, option) => {
    option.take("id");
    addFolder(draft, option, option);
  },
};

function readFolder(draft: ImportDraft, option: QemuOption) {
  const folder = draft.backendOf("fsdev", option, "fsdev");
  if (folder === null) draft.note(option, "It names no folder of the host (-fsdev).");
  else addFolder(draft, folder, option);
}

const accessModes: Readonly<Record<string, string>> = {
  passthrough: "passthrough",
  none: "squash",
  mapped: "mapped",
  "mapped-xattr": "mapped",
};

function addFolder(draft: ImportDraft, folder: QemuOption, device: QemuOption) {
  const tag = device.take("mount-tag") ?? "";
  if (folder.kind !== "local")
    return draft.note(folder, `Passdeck can't import folders of the kind ${folder.kind}.`);
  const path = draft.path(folder.take("path") ?? "", folder);
  if (path === null) return;
  const model = folder.takeIf("security-model", (name) => Object.hasOwn(accessModes, name));
  const readOnly = isOn(folder.take("readonly")) ? "yes" : null;
  const access = accessModes[model ?? "none"] ?? "squash";
  draft.addDevice(device, "folder", { driver: "path", folder: path, tag, access, readOnly });
}

/** The folder is virtiofsd's to know, which runs beside QEMU. */
function readVirtiofs(draft: ImportDraft, option: QemuOption) {
  draft.backendOf("chardev", option, "chardev")?.takeAll();
  draft.note(
    option,
    `The folder behind the tag ${option.take("tag") ?? ""} is not in the command; add it under Hardware.`,
  );
}

/** Looking Glass and its like: a file in /dev/shm, which libvirt names after the device. */
function readSharedMemory(draft: ImportDraft, option: QemuOption) {
  const memory = draft.backendOf("object", option, "memdev");
  const path = memory?.take("mem-path") ?? "";
  const [, label] = /^\/dev\/shm\/([^/]+)$/.exec(path) ?? [];
  const bytes = sizeFromText(memory?.take("size") ?? "");
  memory?.take("share");
  if (label === undefined || bytes === null) {
    return draft.note(option, "The shared memory is no file in /dev/shm with a size; add it under Hardware.");
  }
  draft.addDevice(option, "shared-memory", { label, model: "ivshmem-plain", bytes: String(bytes) });
}
