import type { LineWords, ManagedSystem } from "./boot-setup";
import { linePhrase } from "./line-phrase";

/** A system with what tells that it is this one. */
export interface KnownSystem extends ManagedSystem {
  /** IDs of os-release(5). */
  ids: readonly string[];
  /** Files of which one is enough, as some have the os-release of what they were made of. */
  marks: readonly string[];
  /** A kernel line that another loader made, on a host that has its files as well. */
  isReplacedBy?: RegExp;
}

const ownSettings = "makes its boot entries of its own settings";
const ownImage = "boots an image, of which the kernel line is a part";
const noWayKnown = "Passdeck knows no way that lasts there";

/** Each by its own documentation, or its source where that is silent. */
export const managedSystems: readonly KnownSystem[] = [
  {
    // Guix manual, "operating-system Reference", kernel-arguments.
    ...known("Guix System", "makes its boot entries of its configuration", ["guix"]),
    changeLine: ({ added, removed }) =>
      `${linePhrase({ added: added.map(inQuotes), removed: removed.map(inQuotes) }, "kernel-arguments of the operating-system in /etc/config.scm, as (kernel-arguments (cons* … %default-kernel-arguments))")} and run “guix system reconfigure /etc/config.scm”`,
  },
  {
    // TrueNAS API, system.advanced: kernel_extra_options is all of them at once.
    ...known("TrueNAS", ownSettings, ["truenas"], ["usr/bin/midclt"]),
    changeLine: ({ added, removed }) =>
      added.length === 0
        ? `Run “midclt call system.advanced.update '{"kernel_extra_options": "…"}'” with the words that “midclt call system.advanced.config” has there, without ${removed.join(" ")}`
        : `Run “midclt call system.advanced.update '${JSON.stringify({ kernel_extra_options: added.join(" ") })}'”, with what “midclt call system.advanced.config” has there in front${removed.length === 0 ? "" : ` and without ${removed.join(" ")}`}`,
    reserve: "Isolate the GPU under System, Advanced Settings, Isolated GPU Devices",
  },
  {
    // talos.dev, "Machine configuration", machine.install.extraKernelArgs; of Image Factory, customization.extraKernelArgs.
    ...known("Talos Linux", ownImage, ["talos"]),
    changeLine: (words) =>
      `${linePhrase(words, "machine.install.extraKernelArgs of the machine configuration (of an Image Factory schematic: customization.extraKernelArgs)")} and run “talosctl upgrade”`,
  },
  {
    // flatcar.org, "Customizing a Flatcar image": /oem/grub.cfg is read by the image's own.
    ...known("Flatcar Container Linux", ownImage, ["flatcar", "coreos"]),
    changeLine: (words) =>
      linePhrase(words, 'linux_append in /oem/grub.cfg (set linux_append="$linux_append …")'),
  },
  {
    // docs.harvesterhci.io, "Operating System", "How to permanently edit kernel parameters".
    ...known("Harvester", ownImage, ["harvester"]),
    changeLine: (words) =>
      `Run “mount -o remount,rw /run/initramfs/cos-state” and ${lowerCase(linePhrase(words, "the linux lines in /run/initramfs/cos-state/grub2/grub.cfg"))}`,
    reserve:
      "Enable the passthrough of the device under Advanced, PCI Devices (add-on pcidevices-controller)",
  },
  {
    // Elemental Toolkit, "GRUB configuration": extra_cmdline of the OEM partition's grubenv.
    ...known("this Elemental or Kairos image", ownImage, ["kairos", "elemental"], ["run/cos/active_mode"]),
    changeLine: ({ added, removed }) =>
      `Run “grub2-editenv /oem/grubenv set extra_cmdline="${added.join(" ") || "…"}"”, with what it has by “grub2-editenv /oem/grubenv list” in front${removed.length === 0 ? "" : ` and without ${removed.join(" ")}`}`,
  },
  {
    // getsol.us, "clr-boot-manager now available in Solus"; clr-boot-manager(1).
    ...known(
      "clr-boot-manager",
      "makes the boot entries of its own folders",
      ["solus", "clear-linux-os"],
      ["usr/bin/clr-boot-manager"],
    ),
    changeLine: ({ added, removed }) => {
      const parts = [
        ...(added.length === 0 ? [] : [`write ${added.join(" ")} into /etc/kernel/cmdline.d/passdeck.conf`]),
        ...(removed.length === 0
          ? []
          : [`write ${removed.join(" ")} into /etc/kernel/cmdline-removal.d/passdeck.conf`]),
      ];
      return `${upperCase(parts.join(", "))} and run “clr-boot-manager update”`;
    },
  },
  {
    // XCP-ng documentation, "Compute", "PCI passthrough".
    ...known(
      "XCP-ng",
      "runs Xen, whose tool keeps the line of dom0",
      ["xenenterprise", "xcp-ng"],
      ["opt/xensource/libexec/xen-cmdline"],
    ),
    changeLine: ({ added, removed }) =>
      [
        ...(removed.length === 0 ? [] : [`--delete-dom0 ${removed.map(withoutValue).join(" ")}`]),
        ...(added.length === 0 ? [] : [`--set-dom0 "${added.join(" ")}"`]),
      ]
        .map(
          (options, index) =>
            `${index === 0 ? "Run" : "run"} “/opt/xensource/libexec/xen-cmdline ${options}”`,
        )
        .join(" and "),
    reserve:
      'Run “/opt/xensource/libexec/xen-cmdline --set-dom0 "xen-pciback.hide=(ADDRESS)"”; KVM does not run below Xen',
  },
  {
    // home-assistant/operating-system, Documentation/configuration.md: the boot partition's cmdline.txt.
    ...known("Home Assistant OS", ownImage, ["haos", "hassos"]),
    changeLine: (words) =>
      linePhrase(words, "the line in cmdline.txt of the boot partition (/mnt/boot/cmdline.txt)"),
  },
  {
    // Ubuntu Core documentation, "Modify kernel boot parameters".
    ...known("Ubuntu Core", ownImage, ["ubuntu-core"]),
    changeLine: ({ added, removed }) =>
      `Run “snap set system system.kernel.cmdline-append="${added.join(" ") || "…"}"”, with what “snap get system system.kernel” has there in front${removed.length === 0 ? "" : ` and without ${removed.join(" ")}`}`,
  },
  {
    // Vanilla OS, ABRoot: abroot kargs.
    ...known("Vanilla OS", ownImage, ["vanilla"], ["usr/bin/abroot"]),
    changeLine: (words) => `Run “abroot kargs edit”, and there ${lowerCase(linePhrase(words, "the line"))}`,
  },
  {
    // Bottlerocket's settings reference, settings.boot.kernel-parameters.
    ...known("Bottlerocket", ownImage, ["bottlerocket"]),
    changeLine: (words) =>
      `${linePhrase(words, "settings.boot.kernel-parameters")} by “apiclient set boot.kernel-parameters.NAME=VALUE”`,
  },
  {
    // ostree admin(1), kargs edit-in-place: there is no rpm-ostree on it.
    ...known("Endless OS", "boots a deployment of ostree", ["endless"]),
    changeLine: ({ added, removed }) =>
      `Run “ostree admin kargs edit-in-place${added.map((word) => ` --append-if-missing=${word}`).join("")}${removed.map((word) => ` --delete-if-present=${word}`).join("")}”`,
  },
  {
    // steamdeck: /etc/default/grub is kept by an update where atomic-update.conf.d names it.
    ...known("SteamOS", "replaces its system with each update", ["steamos"]),
    changeLine: (words) =>
      `${linePhrase(words, "GRUB_CMDLINE_LINUX_DEFAULT in /etc/default/grub")}, name that file in /etc/atomic-update.conf.d/passdeck.conf and run “update-grub”`,
  },
  {
    // openwrt/openwrt, target/linux/x86/image/grub-efi.cfg.
    ...known("OpenWrt", "has a boot menu that each sysupgrade writes anew", ["openwrt"]),
    changeLine: (words) => linePhrase(words, "each linux line in /boot/grub/grub.cfg"),
  },
  {
    // vyos/vyos-1x, python/vyos/system/grub.py: the menu is made of grub.cfg.d; a few parameters have settings.
    ...known("VyOS", ownSettings, ["vyos"]),
    changeLine: (words) =>
      `${linePhrase(words, "the kernel line")}: “set system option kernel …” knows some of them, for others ${noWayKnown}`,
  },
  {
    // vmware/photon: linux.cfg of the kernel's package, with photon_cmdline.
    ...known("Photon OS", "has its kernel line beside its kernels", ["photon"]),
    changeLine: (words) => linePhrase(words, "photon_cmdline in /boot/photon.cfg"),
  },
  {
    // docs.zfsbootmenu.org, zfsbootmenu(7): it hands the line over by kexec, without BOOT_IMAGE=.
    ...known(
      "ZFSBootMenu",
      "has the kernel line in a property of the pool",
      [],
      ["etc/zfsbootmenu/config.yaml"],
    ),
    isReplacedBy: /(?:^|\s)BOOT_IMAGE=/,
    changeLine: ({ added, removed }) =>
      `Run “zfs set org.zfsbootmenu:commandline="${added.join(" ") || "…"}" POOL/ROOT”, with what “zfs get org.zfsbootmenu:commandline” shows in front${removed.length === 0 ? "" : ` and without ${removed.join(" ")}`}`,
  },
  {
    // docs.armbian.com, "Boot environment": boot.scr adds extraargs.
    ...known("Armbian", "boots by U-Boot's script", [], ["boot/armbianEnv.txt"]),
    isReplacedBy: /(?:^|\s)BOOT_IMAGE=/,
    changeLine: (words) =>
      linePhrase(words, "extraargs in /boot/armbianEnv.txt (extraargs=…, a line of its own)"),
  },
  ...["ChromeOS Flex", "Synology DSM", "QNAP QTS"].map((name, index) => ({
    ...known(
      name,
      "has a signed image whose kernel line is not its owner's",
      [["chromeos", "chromiumos"], ["dsm"], ["qts", "quts"]][index] ?? [],
      [[], ["etc/synoinfo.conf"], ["etc/config/qpkg.conf"]][index] ?? [],
    ),
    changeLine: (words: LineWords) => `${linePhrase(words, "the kernel line")}: ${noWayKnown}`,
  })),
];

function known(
  name: string,
  why: string,
  ids: readonly string[],
  marks: readonly string[] = [],
): Omit<KnownSystem, "changeLine"> {
  return { name, why, ids, marks, reserve: null };
}

/** wiki.alpinelinux.org, "Diskless Mode": the root file system is unpacked into memory from the boot medium. */
export const alpineInMemory: ManagedSystem = {
  name: "This Alpine",
  why: "runs from memory, and boots by the files of its medium",
  changeLine: (words) =>
    `Run “mount -o remount,rw /media/DEVICE” and ${lowerCase(linePhrase(words, "the linux lines in /media/DEVICE/boot/grub/grub.cfg (EFI) and the APPEND lines in /media/DEVICE/boot/syslinux/syslinux.cfg (BIOS)"))}; what stands in /etc is kept by “lbu commit”`,
  reserve: null,
};

function inQuotes(word: string): string {
  return JSON.stringify(word);
}

function withoutValue(word: string): string {
  return word.split("=", 1)[0] ?? word;
}

function lowerCase(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function upperCase(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
