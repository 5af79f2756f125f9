import { placeOfBinding } from "../modules/binding-at-boot";
import { bindingMistakes } from "../modules/binding-mistakes";
import { fits } from "../modules/vfio-ids";
import { adviseAddresses, adviseIds } from "./binding-advice";
import type { CheckChange, Evidence } from "./check.schema";
import type { CheckedDevice, CheckSources } from "./check-sources";
import { changeOf, type Finding, type HostCheck, passed } from "./host-check";
import { removeKernelParameter, replaceKernelParameter } from "./instructions";
import { harmfulIds, idsOf, needOf } from "./needed-devices";
import { rivalAdvice } from "./rival-drivers";

/** What is wrong with what is bound at boot, and what to do, both as sentences. */
interface Trouble {
  detail: string;
  fix: string | null;
  /** What reserving these devices by their addresses would mend. */
  addresses?: readonly string[];
}

/** Devices whose drivers are shown; a host can have dozens on vfio-pci. */
const mostShown = 4;

/** Whether devices on vfio-pci will be there after the next boot, too, and nothing else with them. */
export const vfioEarlyBinding: HostCheck = {
  id: "vfio-early-binding",
  group: "cards",
  title: "Binding at boot",
  why: "A card that is reserved only until the next restart is taken by the host's driver then, and VMs that have it don't start.",
  look: bindingAtEveryBoot,
};

function bindingAtEveryBoot(sources: CheckSources): Finding {
  const findings = [
    mistaken(sources),
    endangered(sources),
    dead(sources),
    displaced(sources),
    stray(sources),
    lost(sources),
  ].flat();
  const { ids } = sources.binding;
  const list = ids === null ? [] : [{ file: ids.place, line: null, text: `ids=${ids.value}` }];
  const evidence = [...list, ...sources.devices.filter(isHeld).slice(0, mostShown).map(driverOf)];
  if (findings.length === 0) return passed(passDetail(sources), evidence);
  const fixes = [...new Set(findings.flatMap(({ fix }) => fix ?? []))];
  return {
    status: "warn",
    detail: findings.map(({ detail }) => detail).join(" "),
    fix: fixes.length === 0 ? null : fixes.join("\n"),
    evidence,
    change: reservation(findings.flatMap(({ addresses = [] }) => addresses)),
  };
}

function reservation(addresses: readonly string[]): CheckChange | null {
  return addresses.length === 0 ? null : changeOf({ vfioAddresses: [...new Set(addresses)] });
}

function driverOf({ address, driver }: CheckedDevice): Evidence {
  return { file: `/sys/bus/pci/devices/${address}/driver`, line: null, text: driver ?? "none" };
}

function mistaken(sources: CheckSources): Trouble[] {
  const { binding, bindingFiles: files, commandLine } = sources;
  return bindingMistakes({ files, commandLine, builtIn: binding.builtIn }, binding).map(
    ({ detail, fix }) => ({
      detail,
      fix: typeof fix === "string" ? fix : replacement(fix.wrong, fix.right, sources),
    }),
  );
}

/** What was mistyped may be as well that it had no effect. */
function replacement(wrong: string, ids: readonly string[], sources: CheckSources): string {
  const { devices, setup } = sources;
  const harmful = harmfulIds(ids, devices);
  if (harmful.length === 0) return replaceKernelParameter(wrong, `vfio-pci.ids=${ids.join(",")}`, setup);
  return `${removeKernelParameter(wrong, setup)} As vfio-pci.ids= it would take a device that the host needs (${harmful.join(", ")}): bind by address instead.`;
}

/** Ids name a model: the list takes every device of it, also one that the host needs. */
function endangered(sources: CheckSources): Trouble[] {
  const { devices, binding } = sources;
  const inForce = binding.ids?.ids ?? [];
  const taken = devices.filter(
    (device) => inForce.some((id) => fits(id, device)) && needOf(device, devices) !== null,
  );
  if (taken.length === 0) return [];
  const guilty = inForce.filter((id) => taken.some((device) => fits(id, device)));
  const kept = inForce.filter((id) => !guilty.includes(id)).map(({ text }) => text);
  const meant = devices.filter((device) => isHeld(device) && guilty.some((id) => fits(id, device)));
  const why = taken.map((device) => `${device.address} (${needOf(device, devices)})`).join(", ");
  const ids = guilty.map(({ text }) => text).join(", ");
  const byAddress = meant.length === 0 ? "" : ` ${adviseAddresses(addressesOf(meant), sources)}`;
  return [
    {
      detail: `ids= on ${binding.ids?.place} also matches what the host needs: ${why}. That it boots is only because another driver is loaded first.`,
      fix: `Take ${ids} out of the list. ${adviseIds(kept, sources)}${byAddress}`,
    },
  ];
}

/** What modprobe is told of a module that it does not load. */
function dead(sources: CheckSources): Trouble[] {
  const { binding } = sources;
  if (binding.dead.length === 0) return [];
  const places = [...new Set(binding.dead.map(({ place }) => place))].join(", ");
  const wanted = binding.dead.flatMap(({ ids }) => ids);
  const known = binding.ids?.ids ?? [];
  const missing = wanted.filter((id) => !known.some(({ text }) => text === id.text));
  const detail = `vfio-pci is built into this kernel, so modprobe's options in ${places} have no effect.`;
  const fix =
    missing.length === 0
      ? null
      : adviseIds(
          [...known, ...missing].map(({ text }) => text),
          sources,
        );
  return [{ detail, fix }];
}

/** Of several lists the last one counts alone. */
function displaced(sources: CheckSources): Trouble[] {
  const { ids, displaced: lists } = sources.binding;
  if (ids === null) return [];
  const missing = lists.flatMap((list) =>
    list.ids.filter(({ text }) => !ids.ids.some((id) => id.text === text)),
  );
  if (missing.length === 0) return [];
  const names = [...new Set(missing.map(({ text }) => text))];
  const places = [...new Set(lists.map(({ place }) => place))].join(", ");
  return [
    {
      detail: `ids= in ${places} does not count, as the list on ${ids.place} replaces it: ${names.join(", ")} ${names.length === 1 ? "is" : "are"} not bound by it.`,
      fix: `Keep one list. ${adviseIds([...ids.ids.map(({ text }) => text), ...names], sources)}`,
    },
  ];
}

/** Meant for vfio-pci, and another driver was faster. Bridges are never taken by it. */
function stray(sources: CheckSources): Trouble[] {
  const { devices } = sources;
  const found = devices.filter(
    (device) =>
      !isHeld(device) &&
      !device.class.startsWith("0604") &&
      placeOfBinding(device, sources.binding) !== null &&
      needOf(device, devices) === null,
  );
  if (found.length === 0) return [];
  const names = found.map(({ address, driver }) => `${address} (${driver ?? "no driver"})`);
  return [
    {
      detail: `Configured for vfio-pci, but ${found.every(({ driver }) => driver === null) ? "bound to nothing" : "another driver was loaded first"}: ${names.join(", ")}.`,
      fix: rivalAdvice(found, sources),
      addresses: addressesOf(found),
    },
  ];
}

function lost(sources: CheckSources): Trouble[] {
  const { devices, binding, setup } = sources;
  const held = devices.filter((device) => isHeld(device) && placeOfBinding(device, binding) === null);
  if (held.length === 0 || binding.choosing.length > 0) return [];
  const detail = `${named(held)} bound to vfio-pci now, but not after the next boot.`;
  const ids = new Set(held.map(idsOf));
  const hasTwin = devices.some((device) => !isHeld(device) && ids.has(idsOf(device)));
  const skip = "Skip this if the device is returned to the host after use.";
  if (hasTwin) {
    const why = "Another device has the same IDs.";
    const fix = `${why} ${adviseAddresses(addressesOf(held), sources)} ${skip}`;
    return [{ detail, fix, addresses: addressesOf(held) }];
  }
  const known = (binding.ids?.ids ?? []).map(({ text }) => text);
  const fix =
    setup.family === "unraid"
      ? adviseAddresses(addressesOf(held), sources)
      : adviseIds([...known, ...ids], sources);
  return [{ detail, fix: `${fix} ${skip}`, addresses: addressesOf(held) }];
}

function passDetail({ devices, binding }: CheckSources): string {
  const held = devices.filter(isHeld);
  if (held.length === 0) return "No device is configured to be bound to vfio-pci.";
  const places = [...new Set(held.flatMap((device) => placeOfBinding(device, binding) ?? []))];
  const by = places.length > 0 ? places.join(", ") : binding.choosing.join(", ");
  return `${named(held)} bound to vfio-pci at every boot (${by}).`;
}

function isHeld({ driver }: CheckedDevice): boolean {
  return driver === "vfio-pci";
}

function addressesOf(devices: readonly CheckedDevice[]): string[] {
  return devices.map(({ address }) => address);
}

function named(devices: readonly CheckedDevice[]): string {
  return `${addressesOf(devices).join(", ")} ${devices.length === 1 ? "is" : "are"}`;
}
