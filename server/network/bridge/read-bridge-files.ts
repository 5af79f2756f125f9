import { posix } from "node:path";
import type { HostConfiguration } from "../../host/configuration/host-configuration";
import type { HostTree } from "../../host/host-tree";
import type { HostNetworking } from "../host/host-network.schema";
import type { BridgeFiles } from "./bridge-change";
import { profileFolder } from "./manager-profiles";
import { ownWayMarks } from "./own-ways";
import { ifupdownMarks } from "./plan-ifupdown";
import { cloudFolder, cloudMarks } from "./plan-netplan";

const folders = [
  "etc/netplan",
  "run/netplan",
  "etc/systemd/network",
  "run/systemd/network",
  profileFolder,
  cloudFolder,
];

/**
 * What a bridge is planned with. Files that are changed are read as they are written: by what is root's.
 * @throws AppError "forbidden" of one that Passdeck does not write.
 */
export async function readBridgeFiles(
  tree: HostTree,
  configuration: HostConfiguration,
  { manager, netplan, interfaces }: HostNetworking,
): Promise<BridgeFiles> {
  const marks = [...ownWayMarks, ...ifupdownMarks, ...cloudMarks];
  const listed = await tree.readMany({ folders, presence: marks, skipForbidden: true });
  const inFolder = (folder: string) => listed.names(folder).map((name) => `${folder}/${name}`);
  const plain = ["etc/os-release", ...inFolder(cloudFolder)];
  const found = await tree.readMany({ texts: plain, skipForbidden: true });
  const changing = {
    netplan: netplan.map(({ path }) => path.slice(1)),
    ifupdown: interfaces.flatMap(({ path, problem }) => (problem === null ? [path.slice(1)] : [])),
    NetworkManager: inFolder(profileFolder).filter((path) => path.endsWith(".nmconnection")),
    "systemd-networkd": [],
    nixos: [],
  };
  const texts = new Map(plain.map((path) => [path, found.text(path)]));
  for (const path of changing[manager]) {
    const kept = await configuration.read(path);
    texts.set(path, kept && Buffer.from(kept.bytes).toString());
  }
  return {
    text: (path) => texts.get(path) ?? null,
    names: (folder) => listed.names(folder),
    has: (path) =>
      marks.includes(path)
        ? listed.has(path)
        : listed.names(posix.dirname(path)).includes(posix.basename(path)),
  };
}
