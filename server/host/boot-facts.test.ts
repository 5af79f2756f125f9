import { describe, expect, test } from "vitest";
import { bootBatch, bootLoaderOf, initramfsOf } from "./boot-facts";
import { treeOf } from "./tree.test-data";

const loaderInfo = "sys/firmware/efi/efivars/LoaderInfo-4a67b082-0a4c-41cf-b6c7-440b29bb8c4f";

async function filesOf(...paths: string[]) {
  return (await treeOf(Object.fromEntries(paths.map((path) => [path, ""])))).readMany(bootBatch);
}

/** An EFI variable as efivarfs shows it: four bytes of attributes, then UTF-16. */
function variable(text: string): string {
  return `\u0006\0\0\0${[...text, "\0"].map((letter) => `${letter}\0`).join("")}`;
}

describe("bootLoaderOf", () => {
  test.each([
    ["boot/grub/grub.cfg", "grub"],
    ["boot/grub2/grub.cfg", "grub"],
    ["etc/default/grub", "grub"],
    ["boot/loader/loader.conf", "systemd-boot"],
    ["boot/efi/loader/loader.conf", "systemd-boot"],
    ["efi/loader/loader.conf", "systemd-boot"],
    ["boot/refind_linux.conf", "refind"],
    ["boot/limine.conf", "limine"],
    ["boot/extlinux/extlinux.conf", "extlinux"],
  ])("takes %s as a sign of %s", async (path, name) => {
    expect(bootLoaderOf(await filesOf(path))).toBe(name);
  });

  test("knows none where no file tells", async () => {
    expect(bootLoaderOf(await filesOf("boot/vmlinuz"))).toBeNull();
  });

  test("believes the command line where two loaders are there", async () => {
    const both = { "boot/grub/grub.cfg": "", "efi/loader/loader.conf": "" };
    const byGrub = await treeOf({ ...both, "proc/cmdline": "BOOT_IMAGE=/vmlinuz root=/dev/sda1\n" });
    const byOther = await treeOf({ ...both, "proc/cmdline": "initrd=\\EFI\\initrd root=/dev/sda1\n" });
    expect(bootLoaderOf(await byGrub.readMany(bootBatch))).toBe("grub");
    expect(bootLoaderOf(await byOther.readMany(bootBatch))).toBe("systemd-boot");
  });

  test.each([
    ["systemd-boot 252.33-1~deb12u1", "systemd-boot"],
    ["GRUB 2.12", "grub"],
    ["rEFInd 0.14.2", "refind"],
    ["Limine 8.6.0", "limine"],
  ])("believes the loader's own word %s before any file", async (text, name) => {
    const tree = await treeOf({
      [loaderInfo]: variable(text),
      "boot/extlinux/extlinux.conf": "",
      "boot/grub/grub.cfg": "",
    });
    expect(bootLoaderOf(await tree.readMany(bootBatch))).toBe(name);
  });
});

describe("initramfsOf", () => {
  test.each([
    ["usr/bin/mkinitcpio", "mkinitcpio"],
    ["etc/mkinitcpio.conf", "mkinitcpio"],
    ["usr/sbin/mkinitramfs", "initramfs-tools"],
    ["etc/initramfs-tools/initramfs.conf", "initramfs-tools"],
    ["usr/bin/dracut", "dracut"],
    ["etc/dracut.conf", "dracut"],
    ["usr/bin/booster", "booster"],
  ])("takes %s as a sign of %s", async (path, name) => {
    expect(initramfsOf(await filesOf(path))).toBe(name);
  });

  test("takes a program before the configuration of one that is gone", async () => {
    expect(initramfsOf(await filesOf("usr/bin/dracut", "etc/initramfs-tools/initramfs.conf"))).toBe("dracut");
  });

  test("knows none where no file tells", async () => {
    expect(initramfsOf(await filesOf("etc/fstab"))).toBeNull();
  });
});
