import { secureBootVariable } from "./checks/further-files";
import type { HostTree } from "./host-tree";
import { isKernelRelease, moduleFolders } from "./modules/installed-modules";

/** What of a host decides on Looking Glass. */
export interface LookingGlassHost {
  /** The module kvmfr: its device is there, it could be loaded, it is not installed; null: not known. */
  module: "loaded" | "installed" | "missing" | null;
  /** The size of its device in MiB (static_size_mb); null where it does not tell. */
  mebibytes: number | null;
  /** Under Secure Boot only modules with a known signature load; null where not known. */
  secureBoot: boolean | null;
  /** Who confines QEMU, and so has to know the module's device. */
  confinement: readonly ("AppArmor" | "SELinux")[];
  /** Whether qemu.conf lets QEMU open the module's device; null where not known. */
  listed: boolean | null;
  /** Whether a file of systemd-tmpfiles' gives /dev/shm/looking-glass to somebody. */
  sharedFile: boolean;
}

const paths = {
  node: "dev/kvmfr0",
  loaded: "sys/module/kvmfr",
  size: "sys/module/kvmfr/parameters/static_size_mb",
  release: "proc/sys/kernel/osrelease",
  appArmor: "sys/module/apparmor/parameters/enabled",
  seLinux: "sys/fs/selinux/enforce",
  qemu: "etc/libvirt/qemu.conf",
} as const;
const tmpfilesFolder = "etc/tmpfiles.d";

/** Looks at it anew, as modules are loaded and files written meanwhile. */
export async function readLookingGlassHost(tree: HostTree): Promise<LookingGlassHost> {
  const { node, loaded, ...texts } = paths;
  const first = await tree.readMany({
    texts: Object.values(texts),
    presence: [node, loaded, paths.qemu],
    bytes: [secureBootVariable],
    folders: [tmpfilesFolder],
    skipForbidden: true,
  });
  const release = first.word(paths.release) ?? "";
  const lists = isKernelRelease(release)
    ? moduleFolders.map((folder) => `${folder}/${release}/modules.dep`)
    : [];
  const files = first.names(tmpfilesFolder).map((name) => `${tmpfilesFolder}/${name}`);
  const second = await tree.readMany({ texts: [...lists, ...files], skipForbidden: true });
  const modules = lists.map((path) => second.text(path)).find((text) => text !== null) ?? null;
  const boot = first.bytes(secureBootVariable)?.at(4) ?? null;
  const size = Number(first.word(paths.size)?.split(",")[0]);
  return {
    // A VM that started before the module was loaded leaves a plain file of that name.
    module: first.has(node) && first.has(loaded) ? "loaded" : installed(modules),
    mebibytes: Number.isInteger(size) && size > 0 ? size : null,
    secureBoot: boot === null ? null : boot === 1,
    confinement: [
      ...(first.word(paths.appArmor) === "Y" ? (["AppArmor"] as const) : []),
      ...(first.word(paths.seLinux) === "1" ? (["SELinux"] as const) : []),
    ],
    listed: listedIn(first.text(paths.qemu), first.has(paths.qemu)),
    sharedFile: files.some((path) => /^f\S*\s+\/dev\/shm\/looking-glass\s/m.test(second.text(path) ?? "")),
  };
}

function installed(modules: string | null): LookingGlassHost["module"] {
  if (modules === null) return null;
  return /(^|\/)kvmfr\.ko/m.test(modules) ? "installed" : "missing";
}

/** Without the setting libvirt's own list holds, which does not have it. */
function listedIn(text: string | null, isThere: boolean): boolean | null {
  if (text === null) return isThere ? null : false;
  const list = /^\s*cgroup_device_acl\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1] ?? "";
  return list.replace(/#.*/g, "").includes('"/dev/kvmfr0"');
}
