import { describe, expect, test } from "vitest";
import { efiVariable } from "../../host/boot/boot-setup.test-data";
import { efiHost } from "../../host/boot/efi.test-data";
import type { HostChange } from "../change";
import { noLineChange } from "../kernel-line/line-change";
import { noModuleChange } from "../modules/plan/module-change";
import { notAllowed } from "../not-allowed.test-data";
import { planPrepare } from "../plan";
import { planTrial } from "./plan-trial";
import { trialHostOf } from "./testing/trial-hosts";

type Files = Readonly<Record<string, string>>;
type Firmware = ReturnType<typeof efiHost>;

const line: HostChange = { line: { ...noLineChange, add: ["iommu=pt"] }, modules: noModuleChange };
const withCard: HostChange = {
  ...line,
  modules: { ...noModuleChange, vfioAddresses: ["0000:01:00.0"] },
};

async function trial(files: Files, firmware: Firmware, change = line) {
  const host = await trialHostOf(files, null, firmware);
  const plan = planTrial(host, change);
  const { steps, commands, cleanUp, reboot } = plan;
  expect(notAllowed({ steps, commands: [...commands, ...cleanUp, reboot] })).toEqual([]);
  const kept = planPrepare(host, change);
  expect(notAllowed(kept)).toEqual([]);
  return { ...plan, kept, words: commands.map((words) => words.join(" ")) };
}

const arch: Files = {
  "etc/os-release": "ID=arch\n",
  "usr/bin/mkinitcpio": "",
  "etc/mkinitcpio.conf":
    "MODULES=()\nHOOKS=(base udev autodetect modconf kms keyboard block filesystems fsck)\n",
  "usr/share/libalpm/hooks/90-mkinitcpio-install.hook": "",
  "proc/sys/kernel/osrelease": "6.11.5-arch1-1\n",
  "boot/vmlinuz-linux": "",
  "boot/initramfs-linux.img": "",
};
const stubLine = "root=UUID=1 rw quiet initrd=\\amd-ucode.img initrd=\\initramfs-linux.img";
const create = "efibootmgr --create-only --bootnum 0002 --disk /dev/nvme0n1 --part 1 --label";
const tried = `${create} Passdeck: what is being tried`;

describe("a kernel that the firmware starts by itself", () => {
  const files = { ...arch, "proc/cmdline": `${stubLine}\n` };
  const entries = [
    { label: "Arch Linux", file: "\\vmlinuz-linux", line: stubLine },
    { label: "UEFI Shell", file: "\\shell.efi", line: "" },
  ];
  const firmware = efiHost({ entries, mount: "boot" });

  test("is tried by a further entry, started once; the order of the others is not touched", async () => {
    const plan = await trial(files, firmware);
    expect(plan).toMatchObject({ refused: null, steps: [] });
    expect(plan.words).toEqual([
      `${tried} --loader \\vmlinuz-linux --unicode ${stubLine} iommu=pt passdeck.trial=1`,
      "efibootmgr --bootnext 0002",
    ]);
    expect(plan.cleanUp).toEqual([["efibootmgr", "--bootnum", "0002", "--delete-bootnum"]]);
  });

  test("is kept by an entry with the new line that comes first, before the one that there is", async () => {
    const { kept } = await trial(files, firmware);
    expect(kept.commands.map((words) => words.join(" "))).toEqual([
      `${create} Arch Linux (Passdeck) --loader \\vmlinuz-linux --unicode ${stubLine} iommu=pt`,
      "efibootmgr --bootorder 0002,0000,0001",
    ]);
  });

  test("has nothing to do where its line has it already", async () => {
    const has = `${stubLine} iommu=pt`;
    const [first, ...rest] = entries;
    const there = efiHost({
      entries: [{ ...(first ?? entries[1]), line: has } as never, ...rest],
      mount: "boot",
    });
    const { kept, words } = await trial({ ...files, "proc/cmdline": `${has}\n` }, there);
    expect([kept.commands, kept.refused, words.length]).toEqual([[], null, 2]);
  });

  test("has an initial RAM disk of its own beside the last one of its line", async () => {
    const plan = await trial(files, firmware, withCard);
    expect(plan.words[0]).toMatch(/^mkinitcpio .* -g \/boot\/passdeck-trial\.img -k 6\.11\.5-arch1-1$/);
    expect(plan.words[1]).toContain("initrd=\\amd-ucode.img initrd=\\passdeck-trial.img iommu=pt");
    expect(plan.cleanUp.map((words) => words.join(" "))).toContain("rm --force /boot/passdeck-trial.img");
  });

  test.each<[string, Files, Firmware, string]>([
    ["another entry was started", files, efiHost({ entries, current: 1, mount: "boot" }), "Reboot first"],
    [
      "the running line is another",
      { ...files, "proc/cmdline": "quiet initrd=\\x\n" },
      firmware,
      "Reboot first",
    ],
    ["its partition is not mounted", files, efiHost({ entries, mount: null }), "is not mounted"],
    [
      "efibootmgr is not there",
      files,
      firmware.filter(({ path }) => path !== "usr/bin/efibootmgr"),
      "efibootmgr is not installed",
    ],
  ])("is refused where %s, and it is said", async (_, host, shown, why) => {
    const { refused, kept } = await trial(host, shown);
    expect(refused?.reason).toContain(why);
    expect(kept.refused?.instead).not.toBeNull();
  });
});

describe("a unified kernel image", () => {
  const running = "root=UUID=1 rw quiet";
  const files: Files = {
    ...arch,
    "proc/cmdline": `${running}\n`,
    "etc/kernel/cmdline": `${running}\n`,
    "etc/mkinitcpio.d/linux.preset": 'PRESETS=(default)\ndefault_uki="/efi/EFI/Linux/arch-linux.efi"\n',
    ...efiVariable("StubInfo", "systemd-stub 256"),
  };
  const entries = [{ label: "Arch Linux", file: "\\EFI\\Linux\\arch-linux.efi", line: "" }];
  const firmware = efiHost({ entries, mount: "efi" });
  const start = "-D /etc/initcpio -D /usr/lib/initcpio -D /var/lib/passdeck-trial/initcpio";

  test("is tried as a second one with its own line, which only the firmware knows of", async () => {
    const plan = await trial(files, firmware);
    expect(plan.refused).toBeNull();
    expect(plan.words).toEqual([
      `mkinitcpio -c /var/lib/passdeck-trial/mkinitcpio.conf ${start} -U /efi/EFI/passdeck-trial.efi --cmdline /var/lib/passdeck-trial/cmdline -k 6.11.5-arch1-1`,
      "efibootmgr --create-only --bootnum 0001 --disk /dev/nvme0n1 --part 1 --label Passdeck: what is being tried --loader \\EFI\\passdeck-trial.efi",
      "efibootmgr --bootnext 0001",
    ]);
    const line = plan.steps.find(({ file }) => file === "/var/lib/passdeck-trial/cmdline");
    expect(line?.after).toBe(`${running} iommu=pt passdeck.trial=1\n`);
    expect(plan.cleanUp.map((words) => words.join(" "))).toEqual([
      "efibootmgr --bootnum 0001 --delete-bootnum",
      "rm --force /efi/EFI/passdeck-trial.efi",
      "rm --recursive --force /var/lib/passdeck-trial",
    ]);
    expect(plan.kept).toMatchObject({
      steps: [{ file: "/etc/kernel/cmdline" }],
      commands: [["mkinitcpio", "-P"]],
    });
  });

  test("is the same one where systemd-boot has started it", async () => {
    const loaded = {
      ...files,
      ...efiVariable("LoaderInfo", "systemd-boot 256"),
      ...efiVariable("LoaderEntrySelected", "arch-linux.efi"),
    };
    const menu = [{ label: "Linux Boot Manager", file: "\\EFI\\systemd\\systemd-bootx64.efi", line: "" }];
    const { words } = await trial(loaded, efiHost({ entries: menu, mount: "efi" }));
    expect(words.at(-1)).toBe("efibootmgr --bootnext 0001");
  });

  test("is built by dracut with its line in a file of its configuration's copy", async () => {
    const dracut: Files = {
      "etc/os-release": "ID=gentoo\n",
      "usr/bin/dracut": "",
      "etc/dracut.conf.d/uki.conf": `uefi="yes"\nkernel_cmdline="${running}"\n`,
      "proc/sys/kernel/osrelease": "6.6.1\n",
      "proc/cmdline": `${running}\n`,
      ...efiVariable("StubInfo", "systemd-stub 256"),
    };
    const others = await trial({ ...dracut, "etc/os-release": "ID=void\n" }, firmware, withCard);
    expect(others.refused).toBeNull();
    expect(others.words).toContain(
      "dracut --force --confdir /var/lib/passdeck-trial/dracut.conf.d /efi/EFI/passdeck-trial.efi 6.6.1",
    );
    const own = others.steps.find(({ file }) => file.endsWith("/99-passdeck-trial.conf"));
    expect(own?.after).toContain(
      `uefi="yes"\nhostonly_cmdline="no"\nkernel_cmdline='${running} iommu=pt passdeck.trial=1'\n`,
    );
  });

  test("is refused where kernel-install builds it", async () => {
    const fedora: Files = {
      "etc/os-release": "ID=fedora\n",
      "etc/kernel/cmdline": `${running}\n`,
      "proc/cmdline": `${running}\n`,
      ...efiVariable("StubInfo", "systemd-stub 256"),
    };
    expect((await trial(fedora, firmware)).refused?.reason).toContain("builds none for a trial alone");
  });

  test.each<[string, Files, Firmware, string]>([
    ["Secure Boot is on", files, efiHost({ entries, mount: "efi", secureBoot: true }), "signed images"],
    ["its partition is not mounted", files, efiHost({ entries, mount: null }), "not mounted"],
    ["the entries can't be seen", files, [], "can't be seen"],
  ])("is refused where %s", async (_, host, shown, why) => {
    expect((await trial(host, shown)).refused?.reason).toContain(why);
  });
});

describe("rEFInd", () => {
  const running = "root=UUID=1 ro quiet initrd=initramfs-linux.img";
  const files: Files = {
    ...arch,
    "proc/cmdline": `${running}\n`,
    "boot/refind_linux.conf": '"Boot"  "root=UUID=1 ro quiet"\n',
    ...efiVariable("LoaderInfo", "rEFInd 0.14.0"),
  };
  const entries = [{ label: "rEFInd", file: "\\EFI\\refind\\refind_x64.efi", line: "" }];

  test("is passed over for one start: the firmware starts its kernel", async () => {
    const plan = await trial(files, efiHost({ entries, mount: "boot" }), withCard);
    expect(plan.refused).toBeNull();
    expect(plan.words.slice(1)).toEqual([
      "efibootmgr --create-only --bootnum 0001 --disk /dev/nvme0n1 --part 1 --label Passdeck: what is being tried --loader \\vmlinuz-linux --unicode root=UUID=1 ro quiet initrd=passdeck-trial.img iommu=pt passdeck.trial=1",
      "efibootmgr --bootnext 0001",
    ]);
    expect(plan.kept.steps.map(({ file }) => file)).toContain("/boot/refind_linux.conf");
  });

  test.each([
    [
      "/boot is no FAT partition",
      files,
      efiHost({ entries, mount: "boot/efi" }),
      "only from a FAT partition",
    ],
    [
      "its kernel is not known",
      { ...files, "proc/cmdline": "root=UUID=1 ro quiet initrd=other\\disk.img\n" },
      efiHost({ entries, mount: "boot" }),
      "can't be told",
    ],
  ])("is refused where %s", async (_, host, shown, why) => {
    const { refused } = await trial(host, shown);
    expect(refused?.reason).toContain(why);
    expect(refused?.instead).toContain("without a trial");
  });
});
