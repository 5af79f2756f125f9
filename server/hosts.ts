import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { unpackDemoHost } from "./demo/demo-host";
import { seedDemoVms } from "./demo/seed-demo-vms";
import type { HostConfiguration } from "./fleet/host-configuration";
import { folderTree } from "./host/folder-tree";
import type { Settings } from "./settings";

/** The hosts to manage, and what has to be given back in the end. */
export interface ConfiguredHosts {
  configurations: HostConfiguration[];
  close(): Promise<void>;
}

/** The host that the settings name; in the demo a made-up one. The state folder has to be there. */
export function configureHosts(settings: Settings): Promise<ConfiguredHosts> {
  return settings.demo ? demoHost(settings) : Promise.resolve(ownHost(settings));
}

function ownHost({ libvirtUri, hostRoot }: Settings): ConfiguredHosts {
  const host = { id: "local", uri: libvirtUri, demo: false, tree: folderTree(hostRoot) };
  return { configurations: [host], close: () => Promise.resolve() };
}

async function demoHost({ libvirtUri, dataFolder }: Settings): Promise<ConfiguredHosts> {
  const folder = join(dataFolder, "demo-host");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await unpackDemoHost(folder);
  const connection = await seedDemoVms(libvirtUri);
  return {
    configurations: [{ id: "demo", uri: libvirtUri, demo: true, tree: folderTree(folder) }],
    close: () => connection.close(),
  };
}
