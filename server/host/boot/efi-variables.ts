const loaderInterface = "4a67b082-0a4c-41cf-b6c7-440b29bb8c4f";

/** In which a boot loader names itself (https://systemd.io/BOOT_LOADER_INTERFACE). */
export const loaderInfo = `sys/firmware/efi/efivars/LoaderInfo-${loaderInterface}`;
/** In which systemd-stub names itself, the beginning of a unified kernel image. */
export const stubInfo = `sys/firmware/efi/efivars/StubInfo-${loaderInterface}`;

/** A variable of the firmware's own (UEFI 2.10, 3.3), as efivarfs shows it. */
export function globalVariable(name: string): string {
  return `sys/firmware/efi/efivars/${name}-8be4df61-93ca-11d2-aa0d-00e098032b8c`;
}

/** The firmware's own menu: it is there wherever its variables can be seen. */
export const bootOrder = globalVariable("BootOrder");
/** The entry that it started. */
export const bootCurrent = globalVariable("BootCurrent");

/** Five bytes, of which the last tells (UEFI 2.10, 3.3). */
export const secureBootVariable = globalVariable("SecureBoot");

/** A variable's text. Four bytes of attributes, then UTF-16: all these names are ASCII, so that zero bytes can go. */
export function variableText(variable: string): string {
  return variable.replace(/[^\x20-\x7e]/g, "");
}
