import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { unpackDemoHost } from "./demo/demo-host";
import { seedDemoVms } from "./demo/seed-demo-vms";
import { unable } from "./host/ability";
import { withRecordedFiles } from "./host/captured-host";
import type { Host } from "./host/host";
import { localHost } from "./host/local-host";
import type { Settings } from "./settings";

/** The hosts to manage, and what has to be given back in the end. */
export interface ConfiguredHosts {
  hosts: Host[];
  close(): Promise<void>;
}

/** The host that the settings name; in the demo a made-up one. The state folder has to be there. */
export function configureHosts(settings: Settings): Promise<ConfiguredHosts> {
  return settings.demo ? demoHost(settings) : Promise.resolve(ownHost(settings));
}

/**
 * This machine. Where the settings name another folder for its files, what libvirt runs is this machine's all the same,
 * and the folder's hardware is only looked at.
 */
function ownHost(settings: Settings): ConfiguredHosts {
  const { hostRoot } = settings;
  const machine = machineOf("local", settings);
  const why = `This host is read from a recording in ${hostRoot}, so nothing can be changed on it. Run Passdeck on the host itself.`;
  const host = hostRoot === "/" ? machine : withRecordedFiles(machine, hostRoot, why);
  return { hosts: [host], close: () => Promise.resolve() };
}

/** Its libvirt is the test driver of one on this machine, which runs no VM: nothing of theirs is to be found here. */
async function demoHost(settings: Settings): Promise<ConfiguredHosts> {
  const folder = join(settings.dataFolder, "demo-host");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await unpackDemoHost(folder);
  const connection = await seedDemoVms(settings.libvirtUri);
  const why = "This is the demo host: nothing can be changed on it.";
  const host: Host = {
    ...withRecordedFiles(machineOf("demo", settings), folder, why),
    demo: true,
    sockets: unable(why),
    managementConnection: () => null,
  };
  return { hosts: [host], close: () => connection.close() };
}

function machineOf(id: string, { libvirtUri, dataFolder, rootHelper }: Settings): Host {
  // Beside the state folder, not in it: QEMU, which reads them, may not look in there.
  return localHost({ id, libvirtUri, qemuFolder: `${dataFolder}-roms`, rootHelper });
}
