import { CircuitBoard, Gpu, HardDrive, type LucideIcon, Network, Split, Usb, Volume2 } from "lucide-react";
import type { DeviceKind } from "@/server/pci/device-kind.schema";

interface KindLook {
  icon: LucideIcon;
  /** Of one device. */
  word: string;
  /** Of many, as the filter names them. */
  many: string;
}

/** How each sort of device looks and is called, in the order of the filter. */
export const kindLooks: Record<DeviceKind, KindLook> = {
  gpu: { icon: Gpu, word: "GPU", many: "GPUs" },
  network: { icon: Network, word: "Network", many: "Network" },
  storage: { icon: HardDrive, word: "Storage", many: "Storage" },
  usb: { icon: Usb, word: "USB", many: "USB" },
  audio: { icon: Volume2, word: "Audio", many: "Audio" },
  bridge: { icon: Split, word: "Bridge", many: "Bridges" },
  other: { icon: CircuitBoard, word: "Other", many: "Other" },
};
