import type { HostFiles } from "../../host/host-files";
import { type ConfigurationTexts, isStorageUnit } from "./configured-storage";
import { replicationFolders, replicationPaths } from "./replication-resources";

export const arrayTable = "proc/mdstat";
export const configurationFiles = { fileSystems: "etc/fstab", encrypted: "etc/crypttab" } as const;
/** The second where Red Hat's and Arch's mdadm have it. */
export const arrayFiles = ["etc/mdadm/mdadm.conf", "etc/mdadm.conf"] as const;
export const poolCache = "etc/zfs/zpool.cache";
/** Units of the host's owner; what systemd makes of fstab and what packages bring stand elsewhere. */
export const unitFolder = "etc/systemd/system";

export const configurationFolders = ["etc", unitFolder, ...replicationFolders] as const;

/** What {@link configurationOf} needs read, once the names in {@link configurationFolders} are known. */
export function configurationPaths(first: HostFiles): string[] {
  return [
    ...Object.values(configurationFiles),
    ...arrayFiles,
    poolCache,
    ...storageUnits(first).map((name) => `${unitFolder}/${name}`),
    arrayTable,
    ...replicationPaths(first),
  ];
}

/** Names of units that mount something or swap to it. */
function storageUnits(first: HostFiles): string[] {
  return first.names(unitFolder).filter(isStorageUnit);
}

/** The texts that tell what the host is set up to use. */
export function configurationOf(first: HostFiles, second: HostFiles): ConfigurationTexts {
  return {
    fileSystems: second.text(configurationFiles.fileSystems) ?? "",
    encrypted: second.text(configurationFiles.encrypted) ?? "",
    arrays: arrayFiles.map((path) => second.text(path) ?? "").join("\n"),
    arrayTable: second.text(arrayTable) ?? "",
    pools: second.text(poolCache) ?? "",
    units: storageUnits(first).map((name) => [name, second.text(`${unitFolder}/${name}`) ?? ""]),
    commandLine: first.text("proc/cmdline") ?? "",
    replication: replicationPaths(first)
      .map((path) => second.text(path) ?? "")
      .join("\n"),
  };
}

/** Lists that are there, or may be, and could not be read: "/etc/fstab". */
export function unreadConfiguration(first: HostFiles, second: HostFiles): string[] {
  const mayBeThere = (path: string) =>
    !first.lists("etc") || first.names("etc").includes(path.slice("etc/".length));
  return [
    ...Object.values(configurationFiles).filter((path) => second.text(path) === null && mayBeThere(path)),
    ...(first.text("proc/cmdline") === null ? ["proc/cmdline"] : []),
  ].map((path) => `/${path}`);
}
