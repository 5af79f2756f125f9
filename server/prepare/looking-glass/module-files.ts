import { kernelParameters } from "../../host/kernel-parameters";
import { allowsDevice } from "../../host/looking-glass-files";
import { edited } from "../edit";
import { loadModules } from "../modules/module-lines";
import { type Draft, type Refused, refuse } from "../modules/plan/draft";
import { etcModules, modprobeD, modulesLoadD } from "../modules/plan/module-paths";
import { withLines } from "../modules/text-lines";
import type { PrepareHost } from "../prepare-host";
import { listDevice } from "./device-list";
import { deviceRule, isGivenTo, ownDeviceRule } from "./device-rule";
import type { LookingGlassFiles } from "./looking-glass-files.schema";
import { hasModuleSize, setModuleSize } from "./module-size";

const node = "/dev/kvmfr0";
const ownOptions = "etc/modprobe.d/kvmfr.conf";
const ownLoad = "etc/modules-load.d/kvmfr.conf";
const qemuConf = "etc/libvirt/qemu.conf";
const abstraction = "etc/apparmor.d/abstractions/libvirt-qemu";
const localRules = "etc/apparmor.d/local/abstractions/libvirt-qemu";

/** What the module kvmfr takes: its size, that it is loaded, whose its device is, and that QEMU may open it. */
export function moduleFiles(
  draft: Draft,
  host: PrepareHost,
  { mebibytes, user }: LookingGlassFiles,
): Refused | null {
  return (
    withoutModule(host) ??
    moduleSize(draft, host, mebibytes) ??
    loadedAtStart(draft) ??
    givenTo(draft, user) ??
    listed(draft) ??
    allowed(draft, host)
  );
}

function withoutModule({ lookingGlass: { module, hasSource } }: PrepareHost): Refused | null {
  if (module === null)
    return refuse("Whether the module kvmfr is installed for the kernel that runs could not be read.");
  if (module !== "missing") return null;
  return refuse(
    hasSource
      ? "DKMS has the module kvmfr, and has not built it for the kernel that runs: dkms autoinstall (with the kernel's headers installed). `dkms status` tells more."
      : "The module kvmfr is not installed. Install it by DKMS of Looking Glass's source (module/), or use the file in /dev/shm.",
  );
}

/** A value on the kernel's line comes after those of modprobe.d (libkmod). */
function moduleSize(draft: Draft, { files }: PrepareHost, mebibytes: number): Refused | null {
  const onLine = kernelParameters(files.text("proc/cmdline") ?? "").find((word) =>
    /^kvmfr\.static_size_mb=/.test(word),
  );
  if (onLine !== undefined && Number.parseInt(onLine.slice("kvmfr.static_size_mb=".length), 10) < mebibytes)
    return refuse(`The kernel's line has ${onLine}, which counts before every file. Take it off there.`);
  const holder = draft.pathsIn(modprobeD).findLast((path) => hasModuleSize(draft.text(path) ?? ""));
  const file = holder ?? ownOptions;
  return draft.changeIn(modprobeD, file, setModuleSize(draft.text(file) ?? "", mebibytes));
}

function loadedAtStart(draft: Draft): Refused | null {
  const lists = draft.texts([etcModules, ...draft.pathsIn(modulesLoadD)]);
  if (lists.some((text) => /^[ \t]*kvmfr[ \t\r]*$/m.test(text))) return null;
  return draft.change(ownLoad, loadModules(draft.text(ownLoad) ?? "", ["kvmfr"]));
}

function givenTo(draft: Draft, user: string): Refused | null {
  const rules = draft.pathsIn({ folders: ["etc/udev/rules.d"], suffix: ".rules" });
  if (isGivenTo(draft.texts(rules).join("\n"), user)) return null;
  return draft.change(ownDeviceRule, edited(deviceRule(user)));
}

function listed(draft: Draft): Refused | null {
  const text = draft.text(qemuConf);
  return text === null
    ? refuse(`/${qemuConf} is not there, or may not be read: it has to list "${node}" in cgroup_device_acl.`)
    : draft.change(qemuConf, listDevice(text, node));
}

/** Debian's and Ubuntu's libvirt has AppArmor's rules for QEMU there; elsewhere a VM has none. */
function allowed(draft: Draft, { lookingGlass: { confinement } }: PrepareHost): Refused | null {
  const packaged = draft.text(abstraction);
  if (!confinement.includes("AppArmor") || packaged === null) return null;
  const local = draft.text(localRules) ?? "";
  if ([packaged, local].some(allowsDevice)) return null;
  if (!/^\s*#?include (?:if exists )?<local\/abstractions\/libvirt-qemu>/m.test(packaged))
    return refuse(`/${abstraction} does not include the host's own rules. Add to it: ${node} rw,`);
  return draft.change(localRules, edited(withLines(local, [`  ${node} rw,`])));
}
