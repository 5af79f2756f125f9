import type { HostFiles } from "../../host/host-files";
import { minorOf, nvidiaFile, nvidiaFolder } from "./device-nodes";
import { type Owners, type UseOf, usesOf } from "./owners";

export const capabilitiesFolder = "proc/driver/nvidia/capabilities";

/** What is listed once the names in {@link capabilitiesFolder} are known. */
export function migFolders(first: HostFiles): string[] {
  return first
    .names(capabilitiesFolder)
    .filter((name) => /^gpu\d+$/.test(name))
    .map((name) => `${capabilitiesFolder}/${name}/mig`);
}

/**
 * Cards that NVIDIA's driver has divided into instances, for containers or vGPUs: they end with the driver (NVIDIA MIG
 * User Guide, "Device Nodes and Capabilities": gpuMINOR/mig/giNUMBER).
 */
export function migUses(first: HostFiles, second: HostFiles, owners: Owners): UseOf[] {
  const listed = new Set(migFolders(first));
  return first.names(nvidiaFolder).flatMap((address) => {
    const folder = `${capabilitiesFolder}/gpu${minorOf(second.text(nvidiaFile(address)))}/mig`;
    const instances = listed.has(folder) ? second.names(folder).filter((name) => /^gi\d+$/.test(name)) : [];
    if (instances.length === 0) return [];
    const words = `it is divided into ${instances.length} MIG ${instances.length === 1 ? "instance" : "instances"}`;
    return usesOf(owners.of(address), "mediated-device", words);
  });
}
