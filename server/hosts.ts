import { join } from "node:path";
import { builtInImages } from "./create/catalogue/built-in-images";
import type { CatalogueImage } from "./create/catalogue/catalogue.schema";
import { MadeUpHost } from "./demo/made-up-host/made-up-host";
import { madeUpImages } from "./demo/made-up-web/made-up-images";
import { madeUpWeb } from "./demo/made-up-web/made-up-web";
import { able } from "./host/ability";
import { withRecordedFiles } from "./host/captured-host";
import { folderTree } from "./host/folder-tree";
import type { Host } from "./host/host";
import { installedSchemas } from "./host/libvirt/libvirt-schemas";
import { localHost } from "./host/local-host";
import type { Settings } from "./settings";
import type { WebWays } from "./storage/download/open-url";

/** Where images for the hosts come from. */
export interface ImageSources {
  /** How the web is reached, by whatever is downloaded. */
  web: WebWays;
  /** The catalogue, and the address that it is refreshed from; null: it is not. */
  images: readonly CatalogueImage[];
  address: string | null;
}

/** The hosts to manage, and what has to be given back in the end. */
export interface ConfiguredHosts {
  hosts: Host[];
  downloads: ImageSources;
  /** Tells of each further start of a host that Passdeck lives through: where it runs elsewhere, and is not ended with it. */
  onStart?(started: (hostId: string) => void): void;
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
  const { mirror, proxy, catalogue } = settings.downloads;
  const machine = machineOf("local", settings);
  const why = `This host is read from a recording in ${hostRoot}, so nothing can be changed on it. Run Passdeck on the host itself.`;
  const host = hostRoot === "/" ? machine : withRecordedFiles(machine, hostRoot, why);
  const downloads = { web: { mirror, proxy }, images: builtInImages(), address: catalogue };
  return { hosts: [host], downloads, close: () => Promise.resolve() };
}

/**
 * Its VMs are played by the test driver of a libvirt on this machine, which runs none, and whose schemas are those that it
 * came with. Of this machine nothing else is reached, and no other machine at all: the settings' mirror, proxy and catalogue
 * are left alone.
 */
async function demoHost({ dataFolder, libvirtUri }: Settings): Promise<ConfiguredHosts> {
  const made = await MadeUpHost.start({
    folder: join(dataFolder, "demo-host"),
    libvirtUri,
    schemas: able(installedSchemas(folderTree("/"))),
  });
  const images = madeUpImages();
  return {
    hosts: [made.host],
    downloads: { web: { instead: madeUpWeb(images) }, images, address: null },
    onStart: (started) => made.onStart(started),
    close: () => made.close(),
  };
}

function machineOf(id: string, { libvirtUri, dataFolder, rootHelper }: Settings): Host {
  // Beside the state folder, not in it: QEMU, which reads them, may not look in there.
  return localHost({ id, libvirtUri, qemuFolder: `${dataFolder}-roms`, rootHelper });
}
