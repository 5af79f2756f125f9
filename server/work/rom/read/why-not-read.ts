import type { JudgedDevice } from "../../../pci/schema";
import { deviceName } from "../../../pci/start-check/device-name";
import { isOnVfio } from "../../../pci/vfio-driver";

/** What a host can't do, and who has the card. */
export interface ReadRomFacts {
  /** Why Passdeck can't write into the kernel's files there, or keep files for QEMU; null where it can. */
  unable: string | null;
  /** The running VM that has the card; null where none has. */
  runningVm: string | null;
}

/**
 * Why a card's ROM can't be read now without harm, or would be worth nothing, and what to do; null where it can.
 * Many cards have one address decoder for their ROM and their memory (PCI Local Bus Specification 3.0, 6.2.5.2): what
 * uses the card meanwhile reads its ROM in place of its registers.
 */
export function whyNotRead(device: JudgedDevice, { unable, runningVm }: ReadRomFacts): string | null {
  const name = deviceName(device);
  const user = device.usedBy.find(({ kind }) => kind === "vm" || kind === "process" || kind === "screen");
  if (unable !== null) return unable;
  if (device.physicalFunction !== null || !device.hasRom) return withoutRom(device, name);
  if (device.silent)
    return `${name} does not answer any more: all that is read of it are ones. Reboot the host, then try again.`;
  if (runningVm !== null)
    return `${name} is in use by the VM ${runningVm}. Shut it down first: reading the ROM can take the card’s memory away from its guest.`;
  if (device.driver !== null && !isOnVfio(device) && device.driver !== "pci-stub")
    return `${name} is in use by the driver ${device.driver}, which can hang when the ROM is switched on. Reserve the card for VMs first.`;
  if (user !== undefined) return `${name} is in use: ${user.detail}. Stop that first.`;
  if (device.bootVga === true) return ofBootDisplay(name);
  return null;
}

function withoutRom({ bootVga, class: classCode }: JudgedDevice, name: string): string {
  const isGraphics = classCode.startsWith("03");
  const why = isGraphics
    ? " Processor graphics have theirs in the mainboard’s firmware, and GPUs without outputs often have none."
    : "";
  const fix = bootVga === true || isGraphics ? " Take one for exactly this card where the VM needs it." : "";
  return `${name} has no ROM of its own that could be read.${why}${fix}`;
}

/** Linux hands out the copy at 0xC0000 for it (arch/x86/pci/fixup.c, pci_fixup_video). */
function ofBootDisplay(name: string): string {
  return `${name} is the host’s boot display. The kernel shows the copy in memory of what its firmware ran, which was changed by that and has no EFI image. Have the firmware setup show its screen on another card (“Primary display”, “Init display first”) and reboot, or upload a file that was read elsewhere.`;
}
