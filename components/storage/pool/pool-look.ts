import { CircleCheck, CircleStop, Loader, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react";
import type { Tone } from "@/components/ui/badge";
import type { PoolSummary } from "@/server/storage/pool.schema";

interface StateLook {
  word: string;
  icon: LucideIcon;
  tone: Tone;
}

/** How each state of a pool is shown. */
export const poolStateLooks: Readonly<Record<PoolSummary["state"], StateLook>> = {
  running: { word: "Running", icon: CircleCheck, tone: "success" },
  inactive: { word: "Stopped", icon: CircleStop, tone: "neutral" },
  building: { word: "Building", icon: Loader, tone: "accent" },
  degraded: { word: "Degraded", icon: TriangleAlert, tone: "warning" },
  inaccessible: { word: "Inaccessible", icon: OctagonAlert, tone: "danger" },
};

const typeWords: Readonly<Record<string, string>> = {
  dir: "Directory",
  fs: "File system",
  logical: "LVM",
  netfs: "NFS",
  zfs: "ZFS",
  rbd: "Ceph RBD",
  iscsi: "iSCSI",
  "iscsi-direct": "iSCSI",
  scsi: "SCSI",
  disk: "Disk",
  mpath: "Multipath",
  gluster: "Gluster",
};

/** A pool's kind in words; libvirt's own word where we have none. */
export function poolTypeWord(type: string): string {
  return typeWords[type] ?? type;
}

/** Whether a pool's volumes can be seen and changed. */
export function isOpen({ state }: PoolSummary): boolean {
  return state === "running" || state === "degraded";
}

/** Whether its volumes are files, which have formats. */
export function hasFormats({ type }: PoolSummary): boolean {
  return ["dir", "fs", "netfs", "gluster"].includes(type);
}

/** The part of a pool that is in use, 0…1; null where nobody knows its size. */
export function poolFill({ capacityBytes, allocationBytes }: PoolSummary): number | null {
  return capacityBytes > 0 ? allocationBytes / capacityBytes : null;
}
