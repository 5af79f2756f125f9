import { expect, test } from "vitest";
import { unseenRoom, whyNoRoom } from "./boot-room";

const mib = 2 ** 20;
const boot = (freeBytes: number, bytes: number) => ({
  folder: "boot",
  freeBytes,
  images: [
    { path: "boot/initrd.img-6.1.0", bytes: 1 },
    { path: "boot/initrd.img-6.12.0", bytes },
  ],
});
const rebuild = [["update-grub"], ["update-initramfs", "-u", "-k", "all"]];

test("what would not fit beside the largest image is refused with the numbers", () => {
  expect(whyNoRoom(rebuild, [boot(50 * mib, 60 * mib)])).toBe(
    "/boot has 50 MiB free, and about 70 MiB are needed: a new image is written beside the old one (/boot/initrd.img-6.12.0 has 60 MiB). Make room first, for instance by removing kernels that are not used any more.",
  );
  expect(whyNoRoom(rebuild, [boot(70 * mib, 60 * mib)])).toBeNull();
});

test("each file system with an image counts, one without an image does not", () => {
  const esp = { folder: "boot/efi", freeBytes: 3 * mib, images: [] };
  expect(whyNoRoom(rebuild, [boot(900 * mib, 60 * mib), esp])).toBeNull();
  const unified = { ...esp, images: [{ path: "boot/efi/EFI/Linux/arch.efi", bytes: 80 * mib }] };
  expect(whyNoRoom([["mkinitcpio", "-P"]], [boot(900 * mib, 60 * mib), unified])).toMatch(
    /^\/boot\/efi has 3 MiB/,
  );
});

test("what makes no image needs no room", () => {
  expect(whyNoRoom([["update-grub"], ["grubby", "--update-kernel=ALL"]], [boot(0, 60 * mib)])).toBeNull();
});

test("of partitions that Proxmox mounts by itself it is said that they are not seen", () => {
  expect(unseenRoom([["proxmox-boot-tool", "refresh"]])).toContain("mounts the EFI partitions by itself");
  expect(unseenRoom(rebuild)).toBeNull();
});
