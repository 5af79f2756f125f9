import type { ImportDraft } from "./draft";
import type { ReadOption } from "./machine";
import type { QemuOption } from "./option";
import { isOn } from "./properties";

/** -boot: what is not an order is told; libvirt's machines boot from nothing that has no place in the order. */
export const noteBoot: ReadOption = (_draft, option) => {
  if (option.kind !== null || option.look("order") !== undefined) option.take("order");
  option.takeIf("strict", isOn);
};

/** Places by `bootindex`; where no device has one, by the letters of -boot. */
export function setBootOrder(draft: ImportDraft, options: readonly QemuOption[]) {
  const byIndex = draft.bootDevices.toSorted((one, other) => one.index - other.index);
  for (const [place, { device }] of byIndex.entries()) device.bootOrder = place + 1;
  if (
    byIndex.length === 0 &&
    draft.disks.length + draft.opticalDrives.length === 0 &&
    draft.networks.length > 0
  ) {
    draft.noteAtEnd("-boot", "There is neither a disk nor a CD; the VM boots from the network.");
  }
  const boot = options.findLast(({ name }) => name === "boot");
  const letters = boot?.kind ?? boot?.look("order");
  if (boot === undefined || letters == null) return;
  if (byIndex.length > 0) return draft.note(boot, "The devices' bootindex decides on the boot order.");
  let place = 1;
  for (const letter of letters) {
    for (const device of devicesOf(draft, letter)) device.bootOrder = place++;
    if (!"acdn".includes(letter)) draft.note(boot, `There is no boot device "${letter}".`);
    if (letter === "a") draft.note(boot, "Floppy disks are not imported.");
  }
}

/** What a letter stands for (qemu(1), -boot): c the disks, d the CDs, n the network. */
function devicesOf({ disks, opticalDrives, networks }: ImportDraft, letter: string) {
  if (letter === "c") return disks;
  if (letter === "d") return opticalDrives;
  return letter === "n" ? networks : [];
}
