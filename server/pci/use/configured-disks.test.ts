import { describe, expect, test } from "vitest";
import { file } from "@/e2e/hosts/busy-host";
import { disks } from "@/e2e/hosts/busy-parts";
import type { TreeEntry } from "../../host/tree-entries";
import { verdictAt } from "./disk-verdict.test-data";

const nvme = "0000:02:00.0";
const sata = "0000:00:17.0";

describe("a disk that the configuration names is risky", () => {
  test.each([
    ["by UUID", "UUID=0a1B-2C3D", "S:disk/by-uuid/0A1B-2c3d\nE:ID_FS_TYPE=vfat"],
    ["by label", "LABEL=backup", "E:ID_FS_TYPE=ext4\nE:ID_FS_LABEL=backup\nE:ID_FS_UUID=x"],
    ["by partition", "PARTUUID=77-01", "E:ID_PART_ENTRY_UUID=77-01"],
    ["by path", "/dev/disk/by-id/ata-X-part1", "S:disk/by-id/ata-X-part1"],
    ["by a UUID that udev does not tell", "UUID=0a1b", "E:ID_FS_TYPE=ext4"],
  ])("%s", async (_, source, content) => {
    const entries = [...disks("", content), file("etc/fstab", `${source} /mnt/backup auto noauto 0 0\n`)];
    expect(await verdictAt(sata, entries)).toMatch(/^risky, risk (host-storage|not-looked-at)$/);
    expect(await verdictAt(nvme, entries)).toBe("bindable");
  });

  const noArrays = [file("proc/mdstat", "Personalities :\nunused devices: <none>\n")];
  const array = "11112222-3333-4444-5555-666677778888";
  test.each<[string, string, TreeEntry]>([
    // systemd.mount(5)
    [
      "by a unit",
      "E:ID_FS_TYPE=xfs\nE:ID_FS_UUID=aa",
      file("etc/systemd/system/mnt-data.mount", "[Mount]\nWhat=/dev/disk/by-uuid/aa\nWhere=/mnt/data\n"),
    ],
    // mdadm.conf(5)
    [
      "as a member of an array that does not run",
      `E:ID_FS_TYPE=linux_raid_member\nE:ID_FS_UUID=${array}`,
      file("etc/mdadm.conf", "ARRAY /dev/md0 metadata=1.2 UUID=11112222:33334444:55556666:77778888\n"),
    ],
    // zpool(8), "cachefile"
    [
      "as a member of a pool that is not imported",
      "E:ID_FS_TYPE=zfs_member\nE:ID_FS_LABEL=tank\nS:disk/by-id/ata-X-part1",
      file("etc/zfs/zpool.cache", "\0\x01tank\0/dev/disk/by-id/ata-X-part1\0"),
    ],
    [
      "as a disk of Unraid's array that is stopped",
      "",
      file("proc/mdstat", "mdState=STOPPED\nrdevName.1=sda\n"),
    ],
    // dracut.cmdline(7), systemd-cryptsetup-generator(8), mkinitcpio's "encrypt" hook
    ["on the kernel's command line", "E:ID_FS_UUID=aa", file("proc/cmdline", "rd.luks.uuid=luks-aa\n")],
    ["by the name to be", "E:ID_FS_UUID=aa", file("proc/cmdline", "constructor=1 rd.luks.name=aa=vault\n")],
    ["by Arch's hook", "E:ID_FS_UUID=aa", file("proc/cmdline", "cryptdevice=UUID=aa:vault:allow-discards\n")],
  ])("%s", async (_, content, entry) => {
    const arrays = entry.path === "proc/mdstat" ? [] : noArrays;
    const entries = [...disks("", content), ...arrays, entry];
    expect(await verdictAt(sata, entries)).toBe("risky, risk host-storage");
    expect(await verdictAt(nvme, entries)).toBe("bindable");
  });

  test("to be unlocked, and as a physical volume of LVM", async () => {
    const locked = [...disks("", "E:ID_FS_UUID=77"), file("etc/crypttab", "vault UUID=77 none\n")];
    expect(await verdictAt(sata, locked)).toBe("risky, risk host-storage");
    expect(await verdictAt(sata, disks("", "E:ID_FS_TYPE=LVM2_member"))).toBe("risky, risk host-storage");
  });
});
