import { moduleName } from "../../../host/modules/modprobe-configuration";
import { edited } from "../../edit";
import { driverOverrideFile, overrideDriver } from "../driver-override";
import { bindingFiles, ownHook } from "../early-binding/binding-files";
import { boundDevices, ownRules, withDevices } from "../early-binding/bound-devices";
import { type Draft, type Refused, refuse, untilRefused } from "./draft";
import type { ModuleChange, ModuleContext } from "./module-change";
import { earlyInMkinitcpio, mkinitcpioMembers } from "./plan-mkinitcpio";

/** What hands single devices to their drivers at every boot. */
export function planBinding(draft: Draft, change: ModuleChange, context: ModuleContext): Refused | null {
  return (
    untilRefused([...change.overrides], ([address, driver]) => {
      const file = driverOverrideFile(address);
      return draft.change(file, overrideDriver(draft.text(file) ?? "", driver));
    }) ?? byAddress(draft, change, context)
  );
}

function byAddress(
  draft: Draft,
  { vfioAddresses, returnedAddresses }: ModuleChange,
  { deviceIds, initramfs, imageBased, rivals }: ModuleContext,
): Refused | null {
  const bound = boundDevices(draft.text(ownRules) ?? "");
  const kept = bound.filter(({ address }) => !returnedAddresses.includes(address));
  if (vfioAddresses.length === 0 && kept.length === bound.length) return null;
  const further = vfioAddresses.map((address) => ({ address, id: deviceIds.get(address) ?? null }));
  const devices = withDevices(kept, further);
  const files = untilRefused(bindingFiles(devices, initramfs, imageBased), ({ file, text, executable }) =>
    draft.change(file, edited(text), executable),
  );
  if (files !== null || initramfs !== "mkinitcpio") return files;
  return (
    racingModule(draft, rivals) ??
    earlyInMkinitcpio(draft, "HOOKS", { early: [ownHook], before: ["udev", "systemd"] })
  );
}

/** Where systemd is init in mkinitcpio's image, it runs no early hooks, and loads MODULES while udev reads the rules. */
function racingModule(draft: Draft, rivals: readonly string[]): Refused | null {
  if (!mkinitcpioMembers(draft, "HOOKS").includes("systemd")) return null;
  const racing = mkinitcpioMembers(draft, "MODULES").find((module) =>
    rivals.some((rival) => moduleName(rival) === moduleName(module)),
  );
  if (racing === undefined) return null;
  return refuse(
    `mkinitcpio loads ${racing} (MODULES) beside its systemd hook, so it may take a device before vfio-pci. Take ${racing} out of MODULES.`,
  );
}
