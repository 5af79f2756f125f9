import {
  ClipboardPaste,
  CloudDownload,
  Copy,
  Disc3,
  FileCode2,
  HardDrive,
  LayoutTemplate,
  type LucideIcon,
  Network,
} from "lucide-react";

/** Where a new VM comes from. */
export const ways = ["iso", "cloud-image", "disk", "network", "clone", "template", "xml", "import"] as const;
export type Way = (typeof ways)[number];

/** Those in which the VM is described by a specification that a preset and the steps fill in. */
export type DescribedWay = Extract<Way, "iso" | "cloud-image" | "disk" | "network" | "import">;

interface WayLook {
  icon: LucideIcon;
  label: string;
  note: string;
}

export const wayLooks: Readonly<Record<Way, WayLook>> = {
  iso: { icon: Disc3, label: "Installation ISO", note: "Install an operating system" },
  "cloud-image": {
    icon: CloudDownload,
    label: "Cloud image",
    note: "A ready-made image, configured by cloud-init",
  },
  disk: { icon: HardDrive, label: "Existing disk", note: "A disk with an operating system" },
  network: { icon: Network, label: "Network boot", note: "PXE or UEFI HTTP boot" },
  clone: { icon: Copy, label: "Clone a VM", note: "A copy with its own disks, UUID and MAC addresses" },
  template: { icon: LayoutTemplate, label: "Template", note: "A clone of a VM marked as a template" },
  xml: { icon: FileCode2, label: "libvirt XML", note: "From virsh dumpxml or a file" },
  import: { icon: ClipboardPaste, label: "Import", note: "From Proxmox VE or a QEMU command" },
};

/** Those of which a VM may be made by a grant. */
const granted: readonly Way[] = ["iso", "cloud-image", "network"];

/** The sources that are offered. */
export function waysOf(byGrant: boolean): readonly Way[] {
  return byGrant ? granted : ways;
}

export function isDescribed(way: Way): way is DescribedWay {
  return way !== "clone" && way !== "template" && way !== "xml";
}
