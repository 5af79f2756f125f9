import { secureBootVariable } from "./boot/efi-variables";
import { lookingGlassEntries } from "./capture-looking-glass";
import { hugePageSizes } from "./checks/check-sources";
import {
  efiFolder,
  type FurtherFiles,
  firmwareFolder,
  further,
  furtherBatch,
  libvirtFolder,
  nodesFolder,
} from "./checks/further-files";
import { portOutline } from "./checks/port-acs";
import { nodePageFile, portFile, reservedRegionFile } from "./checks/read-further";
import { defaultTargets } from "./default-targets";
import type { TreeEntry } from "./tree-entries";

/** Of these only lines that tell of the IOMMU, of VMs and of graphics cards are kept; none has the kernel's own line. */
const loggedLines =
  /^(?!.*command line).*(Linux version|\bDMAR\b|AMD-Vi|iommu|x2apic|RMRR|vfio|\bkvm\b|\bVMX\b|\bSVM\b|BAR \d|Console: switching|\b(nouveau|nvidia|amdgpu|radeon|i915|xe|ast|mgag200) [0-9a-f]{4}:)/i;

/** What else is left out of a file; null: nothing. */
const kept: Readonly<Record<string, (text: string) => string>> = {
  [further.bootLog]: (text) => linesKept(text, loggedLines).replace(/(Linux version \S+).*/g, "$1"),
  [further.interrupts]: (text) =>
    [...new Set(text.match(/\bIR-[\w-]+|\bPCI-MSI|\bIO-APIC/g) ?? [])].slice(0, 8).join("\n"),
  [further.ioMemory]: (text) =>
    linesKept(text, /BOOTFB|fb|VGA|simple/i).replace(/[0-9a-f]+-[0-9a-f]+ :/gi, "0-0 :"),
  [further.qemuConfiguration]: (text) =>
    linesKept(
      text,
      /^\s*(cgroup_device_acl|security_driver|namespaces|clear_emulator_capabilities)\s*=|^\s*"\/dev|^\s*\]/,
    ),
};

/**
 * What the checks of readiness read, as a captured host keeps it: line numbers stay, and of configuration spaces only what
 * the ports have on.
 * @param groups The host's IOMMU groups.
 */
export function checkEntries(files: FurtherFiles, groups: readonly number[]): TreeEntry[] {
  const { first, second } = files;
  const texts = Object.values(further).flatMap((path) => {
    const text = first.text(path);
    return file(path, text === null ? null : (kept[path]?.(text) ?? text));
  });
  const presence = furtherBatch.presence.filter((path) => first.has(path) && !folders.has(path));
  const target = defaultTargets.find((path) => first.link(path) !== null);
  return [
    ...texts,
    ...file(secureBootVariable, first.bytes(secureBootVariable)),
    ...presence.flatMap((path) => (path === secureBootVariable ? [] : file(path, ""))),
    ...[...folders].filter((path) => first.has(path)).map((path): TreeEntry => ({ kind: "folder", path })),
    ...(target === undefined
      ? []
      : [{ kind: "link" as const, path: target, target: first.link(target) ?? "" }]),
    ...files.nodes.flatMap((node): TreeEntry[] => [
      { kind: "folder", path: `${nodesFolder}/node${node}` },
      ...hugePageSizes.flatMap((size) =>
        file(nodePageFile(node, size), second.text(nodePageFile(node, size))),
      ),
    ]),
    ...groups.flatMap((group) => file(reservedRegionFile(group), second.text(reservedRegionFile(group)))),
    ...files.descriptors.flatMap((path) => file(path, second.text(path))),
    // The distribution's, the same on all its hosts: no VM has written into it.
    ...files.templates.flatMap(({ path, store }) => file(path, store)),
    ...[...files.qemuCaches].flatMap((path) =>
      file(path, withLines(second.text(path), /<(emulator|version|selfvers)>/)),
    ),
    ...files.moduleLists.flatMap((path) =>
      file(path, withLines(second.text(path), /\/(?:vfio[^/]*|kvmfr)\.ko/)),
    ),
    ...files.initramfsLists.flatMap((path) => file(path, withLines(second.text(path), /vfio/))),
    ...lookingGlassEntries(files.lookingGlass),
    ...[...files.ports].flatMap(([address, bytes]) => file(portFile(address), portOutline(bytes))),
  ];
}

const folders = new Set<string>([efiFolder, firmwareFolder, libvirtFolder]);

function file(path: string, text: string | Uint8Array | null): TreeEntry[] {
  return text === null ? [] : [{ kind: "file", path, text }];
}

function withLines(text: string | null, wanted: RegExp): string | null {
  return text === null ? null : linesKept(text, wanted);
}

/** Lines that do not match stay as empty ones, so that the others keep their numbers. */
function linesKept(text: string, wanted: RegExp): string {
  return text
    .split("\n")
    .map((line) => (wanted.test(line) ? line : ""))
    .join("\n");
}
