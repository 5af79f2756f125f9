import type { HostFiles } from "../../host/host-files";

/** Where the kernel's storage targets are set up: LIO (iSCSI, Fibre Channel, vhost-scsi), NVMe over fabrics, SCST. */
const lio = "sys/kernel/config/target/core";
const nvme = "sys/kernel/config/nvmet/subsystems";
const scst = "sys/kernel/scst_tgt/devices";

/** A disk, or file, that the host hands out to others, without any process that has it open. */
export interface TargetDisk {
  /** "iblock_0/vol1" */
  target: string;
  /** "/dev/sdb", or a file's. */
  path: string;
}

export const targetFirstFolders = [lio, nvme, scst];

/** Targets that the kernel has, by its modules, and whose disks can't be listed: configfs need not be mounted. */
export function unlistedTargets(first: HostFiles): string[] {
  const modules = first.text("proc/modules");
  const kinds = [
    [lio, "target_core_mod"],
    [nvme, "nvmet"],
    [scst, "scst"],
  ] as const;
  return kinds.flatMap(([folder, module]) =>
    !first.lists(folder) && new RegExp(`^${module} `, "m").test(modules ?? "") ? [`/${folder}`] : [],
  );
}

/** What is listed once the names in {@link targetFirstFolders} are known. */
export function targetFolders(first: HostFiles): string[] {
  return [
    ...first.names(lio).map((name) => `${lio}/${name}`),
    ...first.names(nvme).map((name) => `${nvme}/${name}/namespaces`),
  ];
}

/** What is read once these are listed. */
export function targetTexts(first: HostFiles, second: HostFiles): string[] {
  return filesOf(first, second).flatMap(({ path, enable }) => (enable === null ? [path] : [path, enable]));
}

/** The disks of targets, by the files of {@link targetTexts}. A namespace that is not enabled holds its disk no longer. */
export function targetDisks(first: HostFiles, second: HostFiles, texts: HostFiles): TargetDisk[] {
  return filesOf(first, second).flatMap(({ target, path, enable }) => {
    const disk = texts.text(path)?.split("\n", 1)[0]?.trim() ?? "";
    const isOff = enable !== null && texts.word(enable) === "0";
    return disk.startsWith("/") && !isOff ? [{ target, path: disk }] : [];
  });
}

interface TargetFile {
  target: string;
  /** The file that has the disk's path. */
  path: string;
  enable: string | null;
}

/** LIO: target_core_configfs.c, `udev_path`; nvmet: configfs.c, `device_path`; SCST's README, `filename`. */
function filesOf(first: HostFiles, second: HostFiles): TargetFile[] {
  const stores = first
    .names(lio)
    .flatMap((adapter) => second.names(`${lio}/${adapter}`).map((name) => `${adapter}/${name}`));
  const namespaces = first
    .names(nvme)
    .flatMap((subsystem) => [
      ...second
        .names(`${nvme}/${subsystem}/namespaces`)
        .map((name): [string, string] => [subsystem, `${nvme}/${subsystem}/namespaces/${name}`]),
      [subsystem, `${nvme}/${subsystem}/passthru`] satisfies [string, string],
    ]);
  return [
    ...stores.map((target) => ({ target, path: `${lio}/${target}/udev_path`, enable: null })),
    ...namespaces.map(([target, folder]) => ({
      target,
      path: `${folder}/device_path`,
      enable: `${folder}/enable`,
    })),
    ...first.names(scst).map((target) => ({ target, path: `${scst}/${target}/filename`, enable: null })),
  ];
}
