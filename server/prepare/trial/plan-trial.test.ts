import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { efiVariable } from "../../host/boot/boot-setup.test-data";
import type { HostChange } from "../change";
import { noLineChange } from "../kernel-line/line-change";
import { noModuleChange } from "../modules/plan/module-change";
import { notAllowed } from "../not-allowed.test-data";
import { planTrial } from "./plan-trial";
import { arch, fedora, type Storage, trialHostOf, ubuntu } from "./testing/trial-hosts";
import type { TrialPlan } from "./trial-plan";

const line = (...add: string[]): HostChange => ({
  line: { ...noLineChange, add },
  modules: noModuleChange,
});
const withCard: HostChange = {
  line: { ...noLineChange, add: ["iommu=pt"] },
  modules: { ...noModuleChange, vfioAddresses: ["0000:01:00.0"] },
};

async function trial(
  files: Readonly<Record<string, string>>,
  change: HostChange,
  storage?: Storage | null,
): Promise<TrialPlan> {
  const plan = planTrial(await trialHostOf(files, storage), change);
  const { steps, commands, cleanUp, reboot } = plan;
  expect(notAllowed({ steps, commands: [...commands, ...cleanUp, reboot] })).toEqual([]);
  return plan;
}

function textOf(plan: TrialPlan, file: string): string {
  const step = plan.steps.find((one) => one.file === file);
  if (step === undefined) throw new Error(`no ${file} among ${plan.steps.map((one) => one.file).join(", ")}`);
  return step.after;
}

const words = ({ commands }: TrialPlan) => commands.map((command) => command.join(" "));

describe("a trial by GRUB", () => {
  test("is a copy of the entry that runs, chosen once, with nothing else touched", async () => {
    const plan = await trial(ubuntu, line("iommu=pt"));
    expect(plan.refused).toBeNull();
    expect(plan.steps).toEqual([
      {
        file: "/boot/grub/custom.cfg",
        before: null,
        after: [
          "# Passdeck's trial begins.",
          "menuentry 'Passdeck: what is being tried' --id passdeck-trial {",
          "\tload_video",
          "\tgfxmode $linux_gfx_mode",
          "\tif [ x$grub_platform = xxen ]; then insmod xzio; insmod lzopio; fi",
          "\tsearch --no-floppy --fs-uuid --set=root 8fffa05f-ff76-4b99-93c0-22dc7217a7c1",
          "\tlinux\t/vmlinuz-6.8.0-45-generic root=/dev/vda3 ro  quiet splash $vt_handoff iommu=pt passdeck.trial=1",
          "\tinitrd\t/initrd.img-6.8.0-45-generic",
          "}",
          "# Passdeck's trial ends.",
          "",
        ].join("\n"),
      },
    ]);
    expect(words(plan)).toEqual(["grub-reboot passdeck-trial"]);
    expect(plan.cleanUp).toEqual([["grub-editenv", "-", "unset", "next_entry"]]);
  });

  test("is made of the menu that Debian's grub-mkconfig writes", async () => {
    const menu = readFileSync(new URL("testing/debian-12.grub.cfg", import.meta.url), "utf8");
    const files = {
      ...ubuntu,
      "etc/os-release": "ID=debian\n",
      "boot/grub/grub.cfg": menu,
      "boot/initrd.img-6.1.0-57-amd64": "",
      "proc/sys/kernel/osrelease": "6.1.0-57-amd64\n",
      "proc/cmdline":
        "BOOT_IMAGE=/boot/vmlinuz-6.1.0-57-amd64 root=UUID=1306b0de-0761-4945-9677-7216bb29b277 ro quiet\n",
    };
    const custom = textOf(await trial(files, withCard), "/boot/grub/custom.cfg");
    const root = "root=UUID=1306b0de-0761-4945-9677-7216bb29b277";
    expect(custom).toContain(
      `\tlinux\t/boot/vmlinuz-6.1.0-57-amd64 ${root} ro quiet iommu=pt passdeck.trial=1\n`,
    );
    expect(custom).toContain("\tinitrd\t/boot/passdeck-trial.img\n");
    expect(custom).toContain(
      "\tsearch --no-floppy --fs-uuid --set=root 1306b0de-0761-4945-9677-7216bb29b277\n",
    );
  });

  test("keeps what somebody else has in custom.cfg, and replaces what a trial left there", async () => {
    const custom = "menuentry 'Mine' {\n}\n";
    const first = await trial({ ...ubuntu, "boot/grub/custom.cfg": custom }, line("iommu=pt"));
    const once = textOf(first, "/boot/grub/custom.cfg");
    expect(once.startsWith(custom)).toBe(true);
    const again = await trial({ ...ubuntu, "boot/grub/custom.cfg": once }, line("quiet", "nosmt"));
    const twice = textOf(again, "/boot/grub/custom.cfg");
    expect(twice.match(/--id passdeck-trial/g)).toHaveLength(1);
    expect(twice).toContain("nosmt passdeck.trial=1");
  });

  test("has an initial RAM disk of its own where a card is reserved, beside the kernel's own", async () => {
    const plan = await trial(ubuntu, withCard);
    expect(textOf(plan, "/boot/grub/custom.cfg")).toContain("\tinitrd\t/passdeck-trial.img\n");
    expect(words(plan)).toEqual([
      "cp --archive --update /etc/initramfs-tools/. /var/lib/passdeck-trial/initramfs-tools/",
      "mkinitramfs -d /var/lib/passdeck-trial/initramfs-tools -o /boot/passdeck-trial.img 6.8.0-45-generic",
      "grub-reboot passdeck-trial",
    ]);
    const own = plan.steps
      .map(({ file }) => file)
      .filter((file) => !file.startsWith("/var/lib/passdeck-trial/"));
    expect(own).toEqual(["/boot/grub/custom.cfg"]);
    expect(plan.cleanUp).toContainEqual(["rm", "--force", "/boot/passdeck-trial.img"]);
    const script = "/var/lib/passdeck-trial/initramfs-tools/scripts/init-top/00-passdeck-trial";
    expect(textOf(plan, script)).toMatch(
      /cat > \/run\/udev\/rules\.d\/[\w-]+\.rules <<'PASSDECK_TRIAL'\n[^\n]*/,
    );
    expect(plan.executable).toContain(script);
    const binding = plan.steps.find(({ file }) => file.endsWith("init-top/00-passdeck-vfio"));
    expect(binding?.after).toContain("0000:01:00.0");
  });

  test("leaves the processor's microcode where it is, and forgets what GRUB would save", async () => {
    const plan = await trial(arch, withCard);
    const custom = textOf(plan, "/boot/grub/custom.cfg");
    expect(custom).toContain("\tinitrd\t/boot/amd-ucode.img /boot/passdeck-trial.img\n");
    expect(custom).not.toContain("savedefault");
    expect(words(plan)[0]).toBe(
      "mkinitcpio -c /var/lib/passdeck-trial/mkinitcpio.conf -D /etc/initcpio -D /usr/lib/initcpio -D /var/lib/passdeck-trial/initcpio -g /boot/passdeck-trial.img -k 6.11.5-arch1-1",
    );
    const configuration = textOf(plan, "/var/lib/passdeck-trial/mkinitcpio.conf");
    expect(configuration).toMatch(/HOOKS=\(passdeck-trial "\$\{HOOKS\[@\]\}"\)\n$/);
    const install = textOf(plan, "/var/lib/passdeck-trial/initcpio/install/passdeck-vfio");
    expect(install).not.toContain("add_file /etc/udev");
  });

  test.each<Storage>([
    ["btrfs", ""],
    ["zfs", ""],
    ["ext2", "lvm"],
    ["ext2", "diskfilter mdraid1x"],
  ])("is refused on %s %s, where it would be started ever again", async (...storage) => {
    const plan = await trial(ubuntu, line("iommu=pt"), storage);
    expect(plan.refused?.reason).toContain("would be started ever again");
    expect(plan.refused?.instead).toContain("without a trial");
    expect(plan.steps).toEqual([]);
  });

  test("is refused where nothing tells what GRUB can write to", async () => {
    expect((await trial(ubuntu, line("iommu=pt"), null)).refused?.reason).toContain("does not say");
  });

  test("is refused where the running kernel is of no entry, or its entry has changed since", async () => {
    const other = { ...ubuntu, "proc/cmdline": "BOOT_IMAGE=/vmlinuz-6.9 root=/dev/vda3 ro quiet splash\n" };
    expect((await trial(other, line("iommu=pt"))).refused?.reason).toContain(
      "no entry for the running kernel",
    );
    const menu = ubuntu["boot/grub/grub.cfg"]?.replaceAll("quiet splash", "quiet nosmt") ?? "";
    const changed = { ...ubuntu, "boot/grub/grub.cfg": menu };
    expect((await trial(changed, line("iommu=pt"))).refused?.reason).toContain("Reboot first");
  });

  test("is refused of a word that GRUB's own language would take apart", async () => {
    const plan = await trial(ubuntu, line("memmap=4G$16G"));
    expect(plan.refused?.reason).toContain("memmap=4G$16G would mean something else to GRUB");
  });

  test("is refused where an option of a file that is there would change", async () => {
    const files = { ...ubuntu, "etc/modprobe.d/vfio.conf": "options vfio-pci ids=10de:1b80\n" };
    const change = { ...line(), line: { ...noLineChange, addIds: ["10de:10f0"] } };
    const plan = await trial(files, change);
    expect(plan.refused?.reason).toContain("/etc/modprobe.d/vfio.conf would go or change");
  });
});

describe("a trial by Fedora's entries", () => {
  test("is a copy of the one that runs, while the default stays named", async () => {
    const plan = await trial(fedora, withCard);
    const copy = textOf(plan, "/boot/loader/entries/0123-6.11.4-301.fc41.x86_64-passdeck-trial.conf");
    expect(copy).toContain("\ninitrd /passdeck-trial.img $tuned_initrd\n");
    expect(copy).toMatch(/\noptions root=UUID=5a ro rhgb quiet iommu=pt passdeck\.trial=1\n$/);
    expect(words(plan)).toEqual([
      "cp --archive --update /etc/dracut.conf.d/. /var/lib/passdeck-trial/dracut.conf.d/",
      "dracut --force --confdir /var/lib/passdeck-trial/dracut.conf.d /boot/passdeck-trial.img 6.11.4-301.fc41.x86_64",
      "grub2-reboot 0123-6.11.4-301.fc41.x86_64-passdeck-trial",
    ]);
    const script = textOf(plan, "/usr/lib/dracut/modules.d/91passdeck-trial/passdeck-trial.sh");
    expect(script).toContain("passdeck_vfio_bind '0000:01:00.0'");
    expect(plan.steps.some(({ file }) => file.includes("90passdeck-vfio"))).toBe(false);
  });

  test("writes GRUB's variables out as the running kernel got them", async () => {
    const name = "boot/loader/entries/0123-6.11.4-301.fc41.x86_64.conf";
    const files = { ...fedora, [name]: fedora[name]?.replace(/^options.*$/m, "options $kernelopts") ?? "" };
    const plan = await trial(files, line("iommu=pt"));
    expect(plan.steps[0]?.after).toContain("options root=UUID=5a ro rhgb quiet iommu=pt passdeck.trial=1");
  });

  test("is refused where grubenv names no default: the copy might become it", async () => {
    const plan = await trial(
      { ...fedora, "boot/grub2/grubenv": "# GRUB Environment Block\n" },
      line("iommu=pt"),
    );
    expect(plan.refused?.instead).toContain("grub2-set-default 0123-6.11.4-301.fc41.x86_64");
  });
});

describe("a trial by systemd-boot", () => {
  const entry = "boot/efi/loader/entries/6c61-6.1.0-25-amd64.conf";
  const files = {
    "etc/os-release": "ID=debian\n",
    "etc/kernel/cmdline": "root=LABEL=root ro quiet\n",
    "etc/kernel/postinst.d/initramfs-tools": "",
    "usr/sbin/mkinitramfs": "",
    "proc/sys/kernel/osrelease": "6.1.0-25-amd64\n",
    "proc/cmdline": "initrd=\\6c61\\6.1.0-25-amd64\\initrd.img-6.1.0-25-amd64 root=LABEL=root ro quiet\n",
    "boot/efi/loader/loader.conf": "#timeout 3\n",
    [entry]: [
      "title      Debian GNU/Linux 12 (bookworm)",
      "version    6.1.0-25-amd64",
      "sort-key   debian",
      "options    root=LABEL=root ro quiet",
      "linux      /6c61/6.1.0-25-amd64/linux",
      "initrd     /6c61/6.1.0-25-amd64/initrd.img-6.1.0-25-amd64",
      "",
    ].join("\n"),
    ...efiVariable("LoaderInfo", "systemd-boot 252.30"),
    ...efiVariable("LoaderEntrySelected", "6c61-6.1.0-25-amd64.conf"),
  };

  test("is a second entry that sorts last, chosen by the loader's own variable", async () => {
    const plan = await trial(files, withCard);
    expect(plan.refused).toBeNull();
    expect(textOf(plan, "/boot/efi/loader/entries/0-passdeck-trial.conf")).toBe(
      [
        "title Passdeck: what is being tried",
        "linux      /6c61/6.1.0-25-amd64/linux",
        "initrd     /6c61/6.1.0-25-amd64/passdeck-trial.img",
        "options root=LABEL=root ro quiet iommu=pt passdeck.trial=1",
        "",
      ].join("\n"),
    );
    expect(words(plan).slice(1)).toEqual([
      "mkinitramfs -d /var/lib/passdeck-trial/initramfs-tools -o /boot/efi/6c61/6.1.0-25-amd64/passdeck-trial.img 6.1.0-25-amd64",
      "bootctl set-oneshot 0-passdeck-trial.conf",
    ]);
    expect(plan.cleanUp[0]).toEqual(["bootctl", "set-oneshot", ""]);
  });

  test("is refused of a unified image, and of an entry whose partition is not mounted", async () => {
    const unified = { ...files, ...efiVariable("LoaderEntrySelected", "arch-linux.efi") };
    expect((await trial(unified, line("iommu=pt"))).refused?.reason).toContain("boot entries can't be seen");
    const elsewhere = { ...files, ...efiVariable("LoaderEntrySelected", "other.conf") };
    expect((await trial(elsewhere, line("iommu=pt"))).refused?.reason).toContain(
      "no partition that is mounted",
    );
  });

  test("is refused on Proxmox, whose partitions it mounts by itself", async () => {
    const { [entry]: _entry, ...rest } = files;
    const proxmox = { ...rest, "etc/kernel/proxmox-boot-uuids": "1111-2222\n3333-4444\n" };
    expect((await trial(proxmox, line("iommu=pt"))).refused?.reason).toContain(
      "Proxmox keeps its EFI partitions",
    );
  });
});

describe("a trial by other loaders", () => {
  const pi = {
    "proc/device-tree/model": "Raspberry Pi 5 Model B Rev 1.0\0",
    "proc/cmdline": "console=tty1 root=PARTUUID=1 rootwait\n",
    "boot/firmware/cmdline.txt": "console=tty1 root=PARTUUID=1 rootwait\n",
    "boot/firmware/config.txt": "[cm4]\notg_mode=1\n",
  };

  test("is tryboot.txt of a Raspberry Pi, which names another line", async () => {
    const plan = await trial(pi, line("iommu.passthrough=1"));
    expect(plan.steps.map(({ file, after }) => [file, after])).toEqual([
      [
        "/boot/firmware/passdeck-trial-cmdline.txt",
        "console=tty1 root=PARTUUID=1 rootwait iommu.passthrough=1 passdeck.trial=1\n",
      ],
      ["/boot/firmware/tryboot.txt", "[cm4]\notg_mode=1\n[all]\ncmdline=passdeck-trial-cmdline.txt\n"],
    ]);
    expect(plan.reboot).toEqual(["reboot", "0 tryboot"]);
  });

  const extlinux = {
    "proc/sys/kernel/osrelease": "6.1.0-25-amd64\n",
    "boot/initrd.img-6.1": "",
    "boot/extlinux/ldlinux.sys": "",
    "boot/extlinux/extlinux.conf":
      "default linux\nlabel linux\n  menu label Debian\n  kernel /vmlinuz-6.1\n  append initrd=/initrd.img-6.1 root=/dev/vda1 ro\n",
    "proc/cmdline": "BOOT_IMAGE=/vmlinuz-6.1 initrd=/initrd.img-6.1 root=/dev/vda1 ro\n",
  };

  test("is a second label of extlinux", async () => {
    const plan = await trial(extlinux, line("iommu=pt"));
    expect(plan.steps[0]?.after).toContain(
      "label passdeck-trial\n  kernel /vmlinuz-6.1\n  append initrd=/initrd.img-6.1 root=/dev/vda1 ro iommu=pt passdeck.trial=1\n",
    );
    expect(words(plan)).toEqual(["extlinux --once=passdeck-trial /boot/extlinux"]);
  });

  test.each([
    [
      "U-Boot, which reads extlinux' file",
      { ...extlinux, "boot/extlinux/ldlinux.sys": undefined },
      "not extlinux' own",
    ],
    [
      "rEFInd",
      {
        "proc/cmdline": "ro initrd=boot\\initrd.img quiet\n",
        "boot/refind_linux.conf": '"Boot"  "ro quiet"\n',
      },
      "boot entries can't be seen",
    ],
    [
      "Limine",
      { "boot/limine.conf": "/Arch\n  protocol: linux\n  cmdline: quiet\n", "proc/cmdline": "quiet\n" },
      "Limine starts nothing once",
    ],
  ])("can't be by %s, and it is said", async (_, files, reason) => {
    const there = Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]));
    const plan = await trial(Object.fromEntries(there), line("iommu=pt"));
    expect(plan.refused?.reason).toContain(reason);
    expect(plan.refused?.instead).toContain("without a trial");
  });
});

test("nothing that changes is no trial", async () => {
  expect(await trial(ubuntu, line())).toMatchObject({ steps: [], commands: [], refused: null });
});
