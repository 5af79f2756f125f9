import { describe, expect, test } from "vitest";
import { bootOf, efiVariable, present } from "./boot-setup.test-data";
import { bootOrder } from "./efi-variables";

describe("the loader in charge", () => {
  test.each([
    ["boot/grub/grub.cfg", "grub"],
    ["boot/grub2/grub.cfg", "grub"],
    ["etc/default/grub", "grub"],
    ["boot/loader/loader.conf", "systemd-boot"],
    ["boot/efi/loader/loader.conf", "systemd-boot"],
    ["efi/loader/entries/arch.conf", "systemd-boot"],
    ["boot/refind_linux.conf", "refind"],
    ["efi/EFI/refind/refind.conf", "refind"],
    ["boot/limine.conf", "limine"],
    ["boot/EFI/limine/limine.conf", "limine"],
    ["boot/extlinux/extlinux.conf", "extlinux"],
    ["boot/syslinux/syslinux.cfg", "syslinux"],
  ])("is told by %s alone: %s", async (path, name) => {
    expect((await bootOf(present(path))).loader).toBe(name);
  });

  test("is not known where no file tells", async () => {
    expect(await bootOf(present("boot/vmlinuz"))).toEqual({
      loader: null,
      line: null,
      initramfs: null,
      rebuildInitramfs: [],
      evidence: [],
    });
  });

  test("is told by a drop-in of GRUB's defaults that sets something, and by none of comments alone", async () => {
    const dropIn = (text: string) => bootOf({ "etc/default/grub.d/init-select.cfg": text });
    expect((await dropIn("# This file does nothing and will be removed.\n")).loader).toBeNull();
    expect((await dropIn('GRUB_CMDLINE_LINUX_DEFAULT="quiet"\n')).loader).toBe("grub");
  });

  test.each([
    ["systemd-boot 252.33-1~deb12u1", "systemd-boot"],
    ["GRUB 2.12", "grub"],
    ["rEFInd 0.14.2", "refind"],
    ["Limine 8.6.0", "limine"],
  ])("says so itself before any file: %s", async (text, name) => {
    const files = {
      ...efiVariable("LoaderInfo", text),
      ...present("boot/extlinux/extlinux.conf", "boot/grub/grub.cfg"),
    };
    const { loader, evidence } = await bootOf(files);
    expect(loader).toBe(name);
    expect(evidence[0]).toContain(text);
  });

  test.each([
    [
      "GRUB's path in the root file system",
      "BOOT_IMAGE=/boot/vmlinuz-6.1 ro",
      ["efi/loader/loader.conf"],
      "grub",
    ],
    [
      "GRUB's path on a partition of its own",
      "BOOT_IMAGE=/vmlinuz-6.1 ro",
      ["boot/limine.conf", "etc/default/grub"],
      "grub",
    ],
    ["GRUB's device", "BOOT_IMAGE=(hd0,gpt2)/vmlinuz-6.1 ro", ["boot/extlinux/extlinux.conf"], "grub"],
    [
      "Unraid's image, with GRUB's files about",
      "BOOT_IMAGE=/bzimage initrd=/bzroot",
      ["etc/default/grub"],
      "syslinux",
    ],
    [
      "a path beside extlinux' file",
      "BOOT_IMAGE=/boot/vmlinuz-6.1 ro",
      ["boot/extlinux/extlinux.conf"],
      "extlinux",
    ],
    [
      "Alpine's extlinux",
      "BOOT_IMAGE=vmlinuz-lts quiet",
      ["boot/extlinux.conf", "boot/grub/grub.cfg"],
      "extlinux",
    ],
    ["LILO's label", "BOOT_IMAGE=Linux ro root=801", ["etc/lilo.conf"], "lilo"],
    [
      "EFI's backslashes and an entry",
      "initrd=\\initrd.img ro",
      ["efi/loader/loader.conf", "boot/grub/grub.cfg"],
      "systemd-boot",
    ],
    [
      "EFI's backslashes and rEFInd",
      "ro initrd=boot\\initrd.img",
      ["boot/refind_linux.conf", "etc/default/grub"],
      "refind",
    ],
    [
      "the folder that proxmox-boot-tool fills for systemd-boot",
      "initrd=\\EFI\\proxmox\\6.8.12-4-pve\\initrd.img-6.8.12-4-pve root=ZFS=rpool/ROOT/pve-1",
      ["etc/default/grub", bootOrder],
      "systemd-boot",
    ],
    [
      "EFI's backslashes alone",
      "root=/dev/sda2 initrd=\\initrd.img",
      ["etc/default/grub", bootOrder],
      "efistub",
    ],
    [
      "no BOOT_IMAGE, a preset with an image",
      "root=/dev/sda2 rw",
      ["etc/default/grub", "boot/limine.conf"],
      "limine",
    ],
  ])("is told by the command line: %s", async (_, line, paths, name) => {
    expect((await bootOf({ ...present(...paths), "proc/cmdline": `${line}\n` })).loader).toBe(name);
  });

  test("is none for a unified image that the firmware starts, unless a loader started it", async () => {
    const stub = efiVariable("StubInfo", "systemd-stub 256.7");
    expect((await bootOf({ ...stub, ...present("boot/grub/grub.cfg") })).loader).toBe("uki");
    const started = { ...stub, ...efiVariable("LoaderInfo", "systemd-boot 256.7") };
    expect((await bootOf(started)).loader).toBe("systemd-boot");
    const preset = { "etc/mkinitcpio.d/linux.preset": 'default_uki="/efi/EFI/Linux/a.efi"\n' };
    expect((await bootOf({ ...preset, ...present("etc/default/grub"), "proc/cmdline": "rw\n" })).loader).toBe(
      "uki",
    );
    const commented = { "etc/mkinitcpio.d/linux.preset": '#default_uki="/efi/EFI/Linux/a.efi"\n' };
    expect((await bootOf({ ...commented, ...present("etc/default/grub") })).loader).toBe("grub");
  });

  test("is a Raspberry Pi's own firmware, unless that starts another loader", async () => {
    const pi = {
      "proc/device-tree/model": "Raspberry Pi 4 Model B Rev 1.4\0",
      "proc/cmdline": "console=tty1 root=/dev/sda2\n",
    };
    expect((await bootOf(pi)).loader).toBe("raspberry-pi");
    expect((await bootOf({ ...pi, "proc/cmdline": "BOOT_IMAGE=/boot/vmlinuz ro\n" })).loader).toBe("grub");
    expect((await bootOf({ ...pi, "proc/device-tree/model": "Radxa ROCK 5B\0" })).loader).toBeNull();
  });
});
