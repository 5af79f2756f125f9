import type { BootSetup } from "../host/boot/boot-setup";
import type { DistributionFamily } from "../host/distribution";
import type { PrepareFiles } from "./prepare-files";

/** What a plan has to know of a host. */
export interface PrepareHost {
  boot: BootSetup;
  family: DistributionFamily | null;
  files: PrepareFiles;
  /** Installed kernels by release: some commands are run for each. */
  kernels: readonly string[];
}
