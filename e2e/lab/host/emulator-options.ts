import type { LabImages } from "@/e2e/lab/image/images";
import type { LabMachine } from "@/e2e/lab/topology/emulated-machine";

/** What an emulated host is made of. */
export interface EmulatorOptions {
  machine: LabMachine;
  images: LabImages;
  webPort: number;
  /** For sockets, logs, and what the host writes to its disks. */
  folder: string;
  /** Its root disk's first boot: by the lab's kernel, whatever boots it later, and what is written stays. */
  isFirstBoot: boolean;
  /** Image of the disk with the built Passdeck; null: the host serves nothing. */
  projectImage: string | null;
}
