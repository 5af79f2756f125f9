import { describe, expect, test } from "vitest";
import { bootEntries } from "../host/boot/boot-entries";
import { readBootFiles } from "../host/boot/boot-files";
import { bootOrder } from "../host/boot/efi-variables";
import { checkOf } from "../host/checks/checks.test-data";
import { treeOf, treeOfEntries } from "../host/tree.test-data";
import type { TreeEntry } from "../host/tree-entries";
import { hostChangeOf, wishedChangeSchema } from "./change.schema";
import { planPrepare } from "./plan";
import { readPrepareHost } from "./read-prepare-host";
import type { Files } from "./strangers.test-data";

const id = "6c1a4d9e-0f52-4d9c-8a42-2d1f3b0c9e77";
const own = "boot/efi/EFI/debian/grub.cfg";
const debianStub = `search.fs_uuid ${id} root hd0,gpt2 \nset prefix=($root)'/boot/grub'\nconfigfile $prefix/grub.cfg\n`;
const debian: Files = {
  "etc/os-release": "ID=debian\n",
  "etc/default/grub": 'GRUB_CMDLINE_LINUX_DEFAULT="quiet"\n',
  "usr/sbin/update-grub": "",
  "boot/grub/grub.cfg": "",
  "boot/grub/grubenv": "",
  "proc/cmdline": "BOOT_IMAGE=/boot/vmlinuz-6.1.0 root=UUID=1 ro quiet\n",
};

/** As grub-mkconfig makes it. */
function menu({ kernel = "/boot/vmlinuz-6.1.0", inFront = "" } = {}): string {
  return `set superusers=""
menuentry 'Debian GNU/Linux' --class debian {
	${inFront}insmod part_gpt
	insmod ext2
	if [ x$feature_platform_search_hint = xy ]; then
	  search --no-floppy --fs-uuid --set=root --hint-bios=hd0,gpt2 --hint-efi=hd0,gpt2  ${id}
	else
	  search --no-floppy --fs-uuid --set=root ${id}
	fi
	linux	${kernel} root=UUID=1 ro  quiet
	initrd	/boot/initrd.img-6.1.0
}
`;
}

async function planned(files: Files, wish: object) {
  const host = await readPrepareHost(await treeOf(files), []);
  return planPrepare(host, hostChangeOf(wishedChangeSchema.parse(wish)));
}

function textsOf(entries: readonly TreeEntry[]): Files {
  const texts = entries.flatMap((entry) => (entry.kind === "file" ? [[entry.path, String(entry.text)]] : []));
  return Object.fromEntries(texts);
}

const words = { add: ["iommu=pt"] };

describe("GRUB's own file on the EFI partition", () => {
  test("that is a stub leaves all as it is", async () => {
    const files = { ...debian, [own]: debianStub };
    expect((await planned(files, words)).steps.map(({ file }) => file)).toEqual(["/etc/default/grub"]);
    expect(await checkOf("boot-loader", files)).toMatchObject({ status: "pass", change: null });
  });

  test("that is a whole menu is told, and parameters are not put where nothing reads them", async () => {
    const files = { ...debian, [own]: menu() };
    expect(await checkOf("boot-loader", files)).toMatchObject({
      status: "warn",
      detail: expect.stringContaining(`/${own}, which is a whole menu`),
      evidence: [{ file: `/${own}`, line: 2, text: expect.stringContaining("menuentry 'Debian") }],
      change: { restoreGrubStub: true },
    });
    const { refused, steps } = await planned(files, words);
    expect(steps).toEqual([]);
    expect(refused?.reason).toContain("never shows up");
    expect(refused?.instead).toContain("grub-install && grub-mkconfig -o /boot/grub/grub.cfg");
  });

  test.each([
    ["the root's file system", "/boot/vmlinuz-6.1.0", "/boot/grub"],
    ["a boot partition", "/vmlinuz-6.1.0", "/grub"],
    ["a subvolume", "/@rootfs/boot/vmlinuz-6.1.0", "/@rootfs/boot/grub"],
  ])("is restored to lead to the menu on %s, and is a stub then", async (_where, kernel, prefix) => {
    const files = { ...debian, [own]: menu({ kernel }) };
    const { steps, commands, refused } = await planned(files, { ...words, restoreGrubStub: true });
    expect(refused).toBeNull();
    expect(commands).toEqual([["update-grub"]]);
    const stub = steps.find(({ file }) => file === `/${own}`)?.after;
    expect(stub).toBe(
      `search --no-floppy --fs-uuid --set=root ${id}\nset prefix=($root)'${prefix}'\nexport prefix\nconfigfile $prefix/grub.cfg\n`,
    );
    const restored = { ...debian, [own]: stub ?? "" };
    expect((await planned(restored, { restoreGrubStub: true })).steps).toEqual([]);
    expect(await checkOf("boot-loader", restored)).toMatchObject({ status: "pass" });
  });

  test.each([
    ["LUKS", { inFront: "cryptomount -u 0123456789abcdef\n\t" }],
    ["LVM", { inFront: "insmod lvm\n\t" }],
    ["ZFS, by the kernel's place", { kernel: "/ROOT/debian@/boot-6.1/vmlinuz" }],
  ])("on %s is restored by the distribution's own tool", async (_what, parts) => {
    const files = { ...debian, [own]: menu(parts) };
    expect(await checkOf("boot-loader", files)).toMatchObject({ status: "warn", change: null });
    const { refused } = await planned(files, { restoreGrubStub: true });
    expect(refused?.instead).toContain(`cp -a /${own} /root/grub.cfg.before && grub-install`);
  });

  test("that can't be read is not taken for a stub", async () => {
    const started = { ...debian, [bootOrder]: "\u0007\0\0\0\0\0" };
    expect((await checkOf("boot-loader", started)).detail).toContain(
      "whether it leads to the host’s menu is not known",
    );
    const seen = { ...started, [own]: debianStub };
    expect((await checkOf("boot-loader", seen)).detail).not.toContain("not known");
  });

  test.each([
    ["whole menu", menu(), "warn"],
    ["stub", debianStub, "pass"],
  ])(
    "that is a %s is known as such in a record of the host, without its ids",
    async (_what, text, status) => {
      const kept = bootEntries(await readBootFiles(await treeOf({ ...debian, [own]: text })), (line) => line);
      const record: Files = { ...textsOf(kept), "etc/os-release": "ID=debian\n" };
      expect(record[own]).not.toContain(id);
      expect(await checkOf("boot-loader", record)).toMatchObject({ status, change: null });
    },
  );

  test("of another system on the same partition is none of this one's", async () => {
    const files = { ...debian, "boot/efi/EFI/fedora/grub.cfg": menu(), [own]: debianStub };
    expect(await checkOf("boot-loader", files)).toMatchObject({ status: "pass" });
  });

  test.each([
    ["where the menu stands by right (before Fedora 34)", "../boot/efi/EFI/fedora/grub.cfg", menu(), "pass"],
    ["which reads entries, as what is new shows up", "../boot/grub2/grub.cfg", `${menu()}blscfg\n`, "pass"],
    ["which was written over", "../boot/grub2/grub.cfg", menu(), "warn"],
  ])("of Fedora %s", async (_what, target, text, status) => {
    const tree = await treeOfEntries([
      { kind: "file", path: "etc/os-release", text: "ID=fedora\n" },
      { kind: "file", path: "boot/grub2/grub.cfg", text: "" },
      { kind: "file", path: "boot/grub2/grubenv", text: "" },
      { kind: "file", path: "etc/default/grub", text: "GRUB_ENABLE_BLSCFG=false\n" },
      { kind: "file", path: "boot/efi/EFI/fedora/grub.cfg", text },
      { kind: "link", path: "etc/grub2-efi.cfg", target },
    ]);
    const { frozenMenu } = await readPrepareHost(tree, []);
    expect(frozenMenu === null ? "pass" : "warn").toBe(status);
  });
});
