import { Refused } from "../../refused";
import type { GrubMenu } from "../trial-host";

/** On these GRUB can't write, by what grub-probe calls them (`prepare_grub_to_access_device` and grub-reboot(8)). */
const readOnlyStorage =
  /^(?:btrfs|zfs|cpiofs|newc|odc|romfs|squash4|tarfs|lvm|diskfilter|mdraid\w*|dmraid\w*|raid\w*)$/;

/**
 * Lets a trial through where GRUB can forget that it was chosen: elsewhere it would be started ever again, and a change
 * that hangs would hang for good.
 * @throws Refused with what GRUB's folder lies on.
 */
export function refuseUnclearable({ folder, storage }: GrubMenu): void {
  const instead =
    "Apply it without a trial: the entry for recovery in GRUB's menu is left as it is. On a host with UEFI an entry of its own can be started once by efibootmgr --bootnext.";
  if (storage === null) {
    throw new Refused(
      `grub-probe does not say what /${folder} lies on, so it is not known whether GRUB can start an entry once.`,
      instead,
    );
  }
  const words = `${storage.fileSystem} ${storage.abstraction}`.trim().split(/\s+/);
  const found = words.find((word) => readOnlyStorage.test(word));
  if (found === undefined) return;
  throw new Refused(
    `/${folder} lies on ${found}, where GRUB can't write: an entry that is chosen once would be started ever again.`,
    instead,
  );
}
