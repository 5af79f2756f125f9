import { edited } from "../../edit";
import { driverOverrideFile, overrideDriver } from "../driver-override";
import { bindingFiles, ownHook } from "../early-binding/binding-files";
import { boundDevices, ownRules, withDevices } from "../early-binding/bound-devices";
import { type Draft, type Refused, untilRefused } from "./draft";
import type { ModuleChange, ModuleContext } from "./module-change";
import { earlyInMkinitcpio } from "./plan-mkinitcpio";

/** What hands single devices to their drivers at every boot. */
export function planBinding(draft: Draft, change: ModuleChange, context: ModuleContext): Refused | null {
  return (
    untilRefused([...change.overrides], ([address, driver]) => {
      const file = driverOverrideFile(address);
      return draft.change(file, overrideDriver(draft.text(file) ?? "", driver));
    }) ?? byAddress(draft, change.vfioAddresses, context)
  );
}

function byAddress(
  draft: Draft,
  addresses: readonly string[],
  { deviceIds, initramfs }: ModuleContext,
): Refused | null {
  if (addresses.length === 0) return null;
  const further = addresses.map((address) => ({ address, id: deviceIds.get(address) ?? null }));
  const devices = withDevices(boundDevices(draft.text(ownRules) ?? ""), further);
  const files = untilRefused(bindingFiles(devices, initramfs), ({ file, text, executable }) =>
    draft.change(file, edited(text), executable),
  );
  if (files !== null || initramfs !== "mkinitcpio") return files;
  return earlyInMkinitcpio(draft, "HOOKS", { early: [ownHook], before: ["udev", "systemd"] });
}
