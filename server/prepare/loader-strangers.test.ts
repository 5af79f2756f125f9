import { describe, expect, test } from "vitest";
import { added, carriedOut, efi, type Files, planOf, thereAndBack } from "./strangers.test-data";

/* Boot loaders' files as people have them: each is changed where it counts, and back to the byte. */

const words = "intel_iommu=on iommu=pt";
const arch = { "etc/os-release": "ID=arch\n", "usr/bin/mkinitcpio": "" };
const systemdBoot = { ...arch, ...efi("LoaderInfo", "systemd-boot 256.7") };
const entry = "boot/loader/entries/arch.conf";
const limine = { ...arch, ...efi("LoaderInfo", "Limine 9.3") };
const refind = { ...arch, ...efi("LoaderInfo", "rEFInd 0.14") };
const unified = { ...arch, ...efi("StubInfo", "systemd-stub 257") };
const preset = { "etc/mkinitcpio.d/linux.preset": 'default_uki="/efi/EFI/Linux/arch.efi"\n' };
const debian = { "etc/os-release": "ID=debian\n", "usr/sbin/mkinitramfs": "" };
const raspberry = { ...debian, "proc/device-tree/model": "Raspberry Pi 5" };

describe("is changed where it counts, and back to the byte", () => {
  test.each<[string, Files, string, string, string]>([
    [
      "several options lines",
      systemdBoot,
      entry,
      "linux /v\noptions root=a\noptions rw\n",
      `linux /v\noptions root=a\noptions rw ${words}\n`,
    ],
    [
      "a line that is indented",
      systemdBoot,
      entry,
      "linux /v\n  options root=a\n",
      `linux /v\n  options root=a ${words}\n`,
    ],
    [
      "Windows' line ends, and none at the end",
      systemdBoot,
      entry,
      "linux\t/v\r\noptions\troot=a",
      `linux\t/v\r\noptions\troot=a ${words}`,
    ],
    [
      "a kernel that is started as a program",
      systemdBoot,
      entry,
      "efi /v\noptions root=a\n",
      `efi /v\noptions root=a ${words}\n`,
    ],
    [
      "a key in quotes",
      { ...limine, "usr/bin/limine-mkinitcpio": "" },
      "etc/default/limine",
      'KERNEL_CMDLINE["default"]="root=a"\n',
      `KERNEL_CMDLINE["default"]="root=a ${words}"\n`,
    ],
    [
      "each entry of Limine",
      limine,
      "boot/limine.conf",
      "/A\n cmdline: root=a\n/B\n cmdline: root=b\n",
      `/A\n cmdline: root=a ${words}\n/B\n cmdline: root=b ${words}\n`,
    ],
    [
      "Unraid's default entry",
      limine,
      "boot/limine.conf",
      "/A\n kernel_path: boot():/bzimage\n cmdline: a\n/Safe\n cmdline: unraidsafemode\n",
      `/A\n kernel_path: boot():/bzimage\n cmdline: a ${words}\n/Safe\n cmdline: unraidsafemode\n`,
    ],
    [
      "Limine before its eighth version",
      limine,
      "boot/limine.cfg",
      ":A\n  CMDLINE=root=a\n",
      `:A\n  CMDLINE=root=a ${words}\n`,
    ],
    [
      "rEFInd's first line",
      refind,
      "boot/refind_linux.conf",
      '"a ""b"""  "root=a dyndbg=""x +p""" # c\n"s" "root=a s"\n',
      `"a ""b"""  "root=a dyndbg=""x +p"" ${words}" # c\n"s" "root=a s"\n`,
    ],
    [
      "rEFInd's stanzas, but none that is disabled or another system's",
      refind,
      "boot/EFI/refind/refind.conf",
      'menuentry A {\n options "root=a"\n}\nmenuentry B {\n options "root=b"\n disabled\n}\nmenuentry W {\n options "-s"\n}\n',
      `menuentry A {\n options "root=a ${words}"\n}\nmenuentry B {\n options "root=b"\n disabled\n}\nmenuentry W {\n options "-s"\n}\n`,
    ],
    [
      "Limine's entries of Linux alone",
      limine,
      "boot/limine.conf",
      "/A\n protocol: linux\n cmdline: root=a\n/W\n protocol: efi\n cmdline: x\n",
      `/A\n protocol: linux\n cmdline: root=a ${words}\n/W\n protocol: efi\n cmdline: x\n`,
    ],
    [
      "syslinux of another system than Unraid",
      { ...arch, "proc/cmdline": "BOOT_IMAGE=../vmlinuz root=a initrd=../i.img\n" },
      "boot/syslinux/syslinux.cfg",
      "DEFAULT a\nLABEL a\n LINUX ../vmlinuz\n APPEND root=a\nLABEL h\n COM32 hdt.c32\n APPEND x\n",
      `DEFAULT a\nLABEL a\n LINUX ../vmlinuz\n APPEND root=a ${words}\nLABEL h\n COM32 hdt.c32\n APPEND x\n`,
    ],
    [
      "the label that Unraid's syslinux names",
      { "etc/unraid-version": "", "proc/cmdline": "BOOT_IMAGE=/bzimage initrd=/bzroot\n" },
      "boot/syslinux/syslinux.cfg",
      "default Unraid OS\nlabel Unraid OS\n kernel /bzimage\n append a\nlabel Safe\n kernel /bzimage\n append b\n",
      `default Unraid OS\nlabel Unraid OS\n kernel /bzimage\n append a ${words}\nlabel Safe\n kernel /bzimage\n append b\n`,
    ],
    [
      "extlinux, but no memory test",
      debian,
      "boot/extlinux/extlinux.conf",
      "label a\nkernel /v\nappend root=a\nlabel m\nkernel /memtest.bin\nappend x\n",
      `label a\nkernel /v\nappend root=a ${words}\nlabel m\nkernel /memtest.bin\nappend x\n`,
    ],
    [
      "extlinux's line for all labels",
      debian,
      "boot/extlinux/extlinux.conf",
      "append root=a\nlabel a\nkernel /v\n",
      `append root=a ${words}\nlabel a\nkernel /v\n`,
    ],
    [
      "the last of several files",
      { ...unified, ...preset, "etc/cmdline.d/a.conf": "root=a\n" },
      "etc/cmdline.d/b.conf",
      "# more\nquiet\n",
      `# more\nquiet ${words}\n`,
    ],
    [
      "dracut's blank at the end",
      {
        "etc/os-release": "ID=gentoo\n",
        "usr/bin/dracut": "",
        ...efi("StubInfo", "systemd-stub 257"),
        "etc/dracut.conf.d/a.conf": 'uefi="yes"\n',
      },
      "etc/dracut.conf.d/b.conf",
      'kernel_cmdline+=" quiet "\n',
      `kernel_cmdline+=" quiet ${words} "\n`,
    ],
    [
      "the first line of cmdline.txt",
      raspberry,
      "boot/firmware/cmdline.txt",
      "root=a rootwait\r\nnever read\n",
      `root=a rootwait ${words}\r\nnever read\n`,
    ],
    [
      "the file that config.txt names",
      {
        ...raspberry,
        "boot/firmware/config.txt": "cmdline=vm.txt\n",
        "boot/firmware/cmdline.txt": "root=b\n",
      },
      "boot/firmware/vm.txt",
      "root=a",
      `root=a ${words}`,
    ],
  ])("%s", async (_, host, path, before, after) => {
    expect(await thereAndBack({ ...host, [path]: before }, path)).toEqual({ after, back: before });
  });
});

describe("gets a line where it has none", () => {
  test.each<[string, Files, string, string, string]>([
    ["an entry", systemdBoot, entry, "title A\nlinux /v", `title A\nlinux /v\noptions ${words}\n`],
    [
      "a label",
      debian,
      "boot/extlinux/extlinux.conf",
      "DEFAULT a\nLABEL a\n  KERNEL /v\n  INITRD /i\n",
      `DEFAULT a\nLABEL a\n  KERNEL /v\n  APPEND ${words}\n  INITRD /i\n`,
    ],
    [
      "a variable whose default stands in a comment",
      { ...debian, "boot/extlinux/extlinux.conf": "", "usr/sbin/u-boot-update": "" },
      "etc/default/u-boot",
      '#U_BOOT_PARAMETERS="ro quiet"\n',
      `#U_BOOT_PARAMETERS="ro quiet"\nU_BOOT_PARAMETERS="ro quiet ${words}"\n`,
    ],
  ])("%s", async (_, host, path, before, after) => {
    const files = { ...host, [path]: before };
    expect(carriedOut(files, await planOf(files, added))[path]).toBe(after);
  });
});

test("ids join those of a file that is read before", async () => {
  const files = { ...unified, ...preset, "etc/cmdline.d/a.conf": "vfio-pci.ids=10de:1b80 iommu=pt\n" };
  const all = { ...files, "etc/cmdline.d/b.conf": "quiet\n" };
  const { steps } = await planOf(all, { addIds: ["1002:67df"], add: ["iommu=pt"] });
  expect(steps.map(({ after }) => after)).toEqual(["quiet vfio-pci.ids=10de:1b80,1002:67df\n"]);
});

test.each([
  ["etc/lilo.conf", "BOOT_IMAGE=L ro\n", 'append="a"\n', String.raw`append="a dyndbg=\"x +p\""`],
  [
    "boot/EFI/refind/refind.conf",
    "",
    'menuentry A {\n options "root=a"\n}\n',
    'menuentry A {\n options "root=a dyndbg=""x +p"""',
  ],
])("quotes within those of %s are kept from ending them", async (path, line, before, after) => {
  const files = { "proc/cmdline": line, [path]: before };
  const { steps } = await planOf(files, { add: ['dyndbg="x +p"'] });
  expect(steps[0]?.after).toContain(after);
});

test.each([
  "init=/usr/lib/raspi-config/init_resize.sh",
  "init=/usr/lib/raspberrypi-sys-mods/firstboot",
  "systemd.run=/boot/firstrun.sh",
])("a Raspberry Pi's first boot, by %s, is not over", async (word) => {
  const { refused } = await planOf({ ...raspberry, "boot/firmware/cmdline.txt": `root=a ${word}\n` }, added);
  expect(refused?.reason).toContain(`${word} stands there: the first boot is not over`);
});

test("Windows' entry stays, whatever options it has", async () => {
  const windows = "boot/loader/entries/windows.conf";
  const files = {
    ...systemdBoot,
    [entry]: "linux /v\noptions root=a\n",
    [windows]: "efi /EFI/x.efi\noptions foo\n",
  };
  expect((await planOf(files, added)).steps.map(({ file }) => file)).toEqual([`/${entry}`]);
});

test("kernelstub's configuration keeps the order of its keys", async () => {
  const path = "etc/kernelstub/configuration";
  const text = (options: string) =>
    `{\n  "default": {\n    "kernel_options": []\n  },\n  "user": {\n    "kernel_options": [\n${options}\n    ],\n    "esp_path": "/boot/efi"\n  }\n}`;
  const files = {
    "etc/os-release": "ID=pop\n",
    ...efi("LoaderInfo", "systemd-boot 249"),
    [path]: text('      "quiet"'),
  };
  const after = text('      "quiet",\n      "intel_iommu=on",\n      "iommu=pt"');
  expect(await thereAndBack(files, path)).toEqual({ after, back: files[path] });
});

describe("is refused, with what to write, where no line can be changed", () => {
  test.each<[string, Files, RegExp, RegExp]>([
    ["no entry can be seen", systemdBoot, /entries\/\*\.conf is not there/, /intel_iommu=on iommu=pt/],
    [
      "a unified image of the running kernel's line",
      { ...unified, ...preset, "proc/cmdline": "root=a rw\n" },
      /cmdline is not there/,
      /^Write into \/etc\/kernel\/cmdline: root=a rw intel_iommu=on iommu=pt$/,
    ],
    [
      "Limine's entries of the running kernel's line",
      { ...limine, "usr/bin/limine-mkinitcpio": "", "etc/default/limine": 'ESP_PATH="/boot"\n' },
      /does not set/,
      /of \/proc\/cmdline/,
    ],
    [
      "single quotes, which rEFInd does not know",
      { ...refind, "boot/refind_linux.conf": "'a' 'root=a'\n" },
      /double quotes/,
      /^$/,
    ],
    [
      "LILO's image without a line",
      {
        "etc/os-release": "ID=slackware\n",
        "proc/cmdline": "BOOT_IMAGE=Linux\n",
        "etc/lilo.conf": "image = /v\n",
      },
      /holds a kernel line/,
      /intel_iommu=on/,
    ],
  ])("%s", async (_, files, reason, instead) => {
    const { refused } = await planOf(files, added);
    expect(refused?.reason).toMatch(reason);
    expect(refused?.instead ?? "").toMatch(instead);
  });
});
