import type { ConfLine } from "./conf-line";
import type { ProxmoxDraft } from "./proxmox-draft";

/** The order by names ("order=scsi0;net0"), or by letters as it was written before; where nothing is said it is "cdn". */
export function setBootOrder(draft: ProxmoxDraft, line: ConfLine | undefined) {
  const order = line?.take("order");
  const letters = line?.kind ?? line?.take("legacy") ?? "cdn";
  line?.take("legacy");
  let place = 1;
  for (const device of order === undefined ? byLetters(draft, letters) : byNames(draft, line, order))
    device.bootOrder ??= place++;
}

function byNames(draft: ProxmoxDraft, line: ConfLine | undefined, order: string) {
  return order.split(";").flatMap((given) => {
    const name = given.trim();
    const device = draft.bootable.get(name);
    if (device === undefined && line !== undefined && name !== "")
      draft.note(line, `${name} is not in the VM, or nothing that it can boot from.`);
    return device ?? [];
  });
}

/** c the disk, d the CDs, n the network. */
function byLetters(draft: ProxmoxDraft, letters: string) {
  const named = draft.bootable.get(draft.bootDisk ?? "");
  return [...letters].flatMap((letter) => {
    if (letter === "c") return named === undefined ? draft.disks : [named];
    if (letter === "d") return draft.opticalDrives;
    return letter === "n" ? draft.networks : [];
  });
}
