import { type DiskImage, imageOf } from "./disk-image";
import type { ImportDraft } from "./draft";
import { globalOf, type ReadOption } from "./machine";
import type { QemuOption } from "./option";
import { isOn } from "./properties";

/** Firmware that is named by a file of its own. */
export const firmwareOptions: Readonly<Record<string, ReadOption>> = { bios: readBios, pflash: readPflash };

/** Names of firmware builds that check signatures: "OVMF_CODE_4M.secboot.fd", "OVMF_CODE.secure.fd", "….ms.fd". */
const signedName = /secboot|secure|\.ms\./i;

/** The file name of a UEFI image tells that it is one; where it lies is the distribution's business. */
function readBios(draft: ImportDraft, option: QemuOption) {
  const file = option.takeAll();
  if (file.startsWith("/")) draft.vm.firmware = { kind: "rom-file", path: file };
  else if (/ovmf|edk2|uefi/i.test(file)) {
    draft.vm.firmware = { kind: "uefi" };
    draft.note(option, `${file} is not an absolute path; the installed UEFI firmware is used instead.`);
  } else draft.note(option, `${file} is not an absolute path; the default BIOS is used instead.`);
}

function readPflash(draft: ImportDraft, option: QemuOption) {
  takeFlashFile(draft, option, option.takeAll());
}

/** -drive if=pflash: code first, variables second, as QEMU counts them. */
export function readFlash(draft: ImportDraft, option: QemuOption) {
  for (const name of ["id", "unit", "index", "readonly", "read-only", "node-name", "size"]) option.take(name);
  const image = imageOf(draft, option);
  if (image === null) draft.vm.firmware ??= { kind: "uefi" };
  else takeFlashImage(draft, option, image);
}

function takeFlashImage(draft: ImportDraft, option: QemuOption, { path, format }: DiskImage) {
  takeFlashFile(draft, option, path);
  if (format !== null && format !== "raw")
    draft.note(option, `Firmware in the format ${format} is not supported.`);
}

/** -machine pflash0=NODE,pflash1=NODE, which name block devices. */
export function readMachineFlash(draft: ImportDraft, machine: QemuOption) {
  for (const name of ["pflash0", "pflash1"]) {
    const node = machine.look(name);
    const option = draft.backend("drive", node);
    if (option === null) continue;
    machine.take(name);
    for (const known of ["readonly", "read-only", "auto-read-only", "discard"]) option.take(known);
    const file = draft.backend("drive", option.look("file"));
    for (const known of ["auto-read-only", "discard"]) file?.take(known);
    const image = imageOf(draft, option);
    if (image !== null) takeFlashImage(draft, option, image);
  }
}

/** System Management Mode, which Secure Boot needs and brings with it. */
export function takeSystemManagement(draft: ImportDraft, machine: QemuOption) {
  const { firmware } = draft.vm;
  const secure = firmware !== undefined && "secureBoot" in firmware && firmware.secureBoot === true;
  if (secure) machine.takeIf("smm", isOn);
}

function takeFlashFile(draft: ImportDraft, option: QemuOption, path: string) {
  if (draft.flash.code === null) draft.flash.code = { path, option };
  else if (draft.flash.variables === null) draft.flash.variables = { path, option };
  else draft.note(option, "A VM has firmware and variables, and no third flash.");
}

/**
 * UEFI with the variables of the command, of which the VM gets a copy: boot entries and keys come along. Code without
 * them is replaced by what is installed.
 */
export function finishFirmware(draft: ImportDraft, options: readonly QemuOption[]) {
  const { code, variables } = draft.flash;
  if (code === null) return;
  const enforced = options.some((option) => option.name === "global" && isSecureFlash(option));
  const secureBoot = signedName.test(code.path) || enforced;
  if (variables === null) {
    draft.vm.firmware = { kind: "uefi", secureBoot };
    draft.note(code.option, `${code.path} is replaced by the UEFI firmware that is installed.`);
    return;
  }
  draft.vm.firmware = {
    kind: "flash-files",
    code: code.path,
    variablesTemplate: variables.path,
    secureBoot,
  };
  draft.note(variables.option, `The VM begins with a copy of the variables in ${variables.path}.`);
}

function isSecureFlash(option: QemuOption): boolean {
  const [name, value] = globalOf(option);
  return name === "cfi.pflash01.secure" && isOn(value);
}
