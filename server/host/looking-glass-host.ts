import { secureBootVariable } from "./boot/efi-variables";
import type { HostTree } from "./host-tree";
import { allowsDevice, deviceListsIn, deviceRuleIn, sharedFileIn } from "./looking-glass-files";
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
  /** For whom systemd-tmpfiles makes /dev/shm/looking-glass; null: for nobody. */
  sharedFile: string | null;
  /** That file is there now. */
  isShared: boolean;
  /** To whom a rule of udev's gives the module's device; null: to nobody. */
  deviceUser: string | null;
  /** The module is loaded at each start (modules-load.d(5)). */
  loadedAtStart: boolean;
  /** DKMS has the module's source, for whichever kernel it built it. */
  hasSource: boolean;
  /** AppArmor's rules for QEMU name the module's device. */
  allowed: boolean;
  /** Whether the files of /etc could be looked at: a record of a host has none of them. */
  isWhole: boolean;
}

const paths = {
  node: "dev/kvmfr0",
  shared: "dev/shm/looking-glass",
  loaded: "sys/module/kvmfr",
  source: "var/lib/dkms/kvmfr",
  size: "sys/module/kvmfr/parameters/static_size_mb",
  release: "proc/sys/kernel/osrelease",
  appArmor: "sys/module/apparmor/parameters/enabled",
  seLinux: "sys/fs/selinux/enforce",
  qemu: "etc/libvirt/qemu.conf",
  rules: "etc/apparmor.d/local/abstractions/libvirt-qemu",
  modules: "etc/modules",
} as const;
const presence = [paths.node, paths.shared, paths.loaded, paths.source, paths.qemu];
const folders = ["etc/tmpfiles.d", "etc/udev/rules.d", "etc/modules-load.d"] as const;

/** Looks at it anew, as modules are loaded and files written meanwhile. */
export async function readLookingGlassHost(tree: HostTree): Promise<LookingGlassHost> {
  const { node: _node, shared: _shared, loaded: _loaded, source: _source, ...texts } = paths;
  const first = await tree.readMany({
    texts: Object.values(texts),
    presence,
    bytes: [secureBootVariable],
    folders,
    skipForbidden: true,
  });
  const release = first.word(paths.release) ?? "";
  const lists = isKernelRelease(release)
    ? moduleFolders.map((folder) => `${folder}/${release}/modules.dep`)
    : [];
  const files = folders.map((folder) => first.names(folder).map((name) => `${folder}/${name}`));
  const second = await tree.readMany({ texts: [...lists, ...files.flat()], skipForbidden: true });
  const [shares, rules, loads] = files.map((paths) => paths.map((path) => second.text(path) ?? ""));
  const modules = lists.map((path) => second.text(path)).find((text) => text !== null) ?? null;
  const boot = first.bytes(secureBootVariable)?.at(4) ?? null;
  const size = Number(first.word(paths.size)?.split(",")[0]);
  return {
    // A VM that started before the module was loaded leaves a plain file of that name.
    module: first.has(paths.node) && first.has(paths.loaded) ? "loaded" : installed(modules),
    mebibytes: Number.isInteger(size) && size > 0 ? size : null,
    secureBoot: boot === null ? null : boot === 1,
    confinement: [
      ...(first.word(paths.appArmor) === "Y" ? (["AppArmor"] as const) : []),
      ...(first.word(paths.seLinux) === "1" ? (["SELinux"] as const) : []),
    ],
    listed: listedIn(first.text(paths.qemu), first.has(paths.qemu)),
    sharedFile: shares?.map(sharedFileIn).find((one) => one !== null)?.user ?? null,
    isShared: first.has(paths.shared),
    deviceUser: rules?.map(deviceRuleIn).findLast((one) => one !== null)?.user ?? null,
    loadedAtStart: [first.text(paths.modules) ?? "", ...(loads ?? [])].some((text) =>
      /^\s*kvmfr\b/m.test(text),
    ),
    hasSource: first.has(paths.source),
    allowed: allowsDevice(first.text(paths.rules) ?? ""),
    isWhole: folders.some((folder) => first.lists(folder)),
  };
}

function installed(modules: string | null): LookingGlassHost["module"] {
  if (modules === null) return null;
  return /(^|\/)kvmfr\.ko/m.test(modules) ? "installed" : "missing";
}

/** Without the setting libvirt's own list holds, which does not have it. */
function listedIn(text: string | null, isThere: boolean): boolean | null {
  if (text === null) return isThere ? null : false;
  return (deviceListsIn(text)[0] ?? "").replace(/#.*/g, "").includes('"/dev/kvmfr0"');
}
