import type { JudgedDevice } from "../schema";
import { deviceName } from "./device-name";
import { type FoundDevice, findMoved } from "./find-moved";
import { type GroupContext, groupProblems } from "./group-problems";
import type { StartProblem } from "./start-problem.schema";
import { isSameDevice, type WantedDevice } from "./wanted-device";

/** The host as it is now, and who else holds its devices. */
export interface StartContext extends GroupContext {
  /** By PCI address: another VM that runs with the device. */
  heldBy: ReadonlyMap<string, string>;
}

/** Reasons for which a device is never taken from its host. */
const neverTaken: ReadonlySet<string> = new Set([
  "iommu-off",
  "no-group",
  "bridge",
  "behind-vmd",
  "bar-unassigned",
  "host-storage",
  "management-network",
  // Where it blocks, the device does not respond.
  "unknown-hardware",
]);

/**
 * What keeps a VM with devices of the host from being started: a device that is gone, is another one than was
 * attached, is in use elsewhere, or can't be passed through because of its group or its verdict. None: it may be started.
 */
export function checkStart(wanted: readonly WantedDevice[], context: StartContext): StartProblem[] {
  const byAddress = new Map(context.devices.map((device) => [device.address, device]));
  const taken = new Set(wanted.filter((one) => stands(one, byAddress)).map(({ address }) => address));
  const problems = wanted.flatMap((one): StartProblem[] => {
    const device = byAddress.get(one.address);
    if (device === undefined || !taken.has(one.address)) return [driftProblem(one, device, context, taken)];
    return deviceProblems(one, device, context);
  });
  return [...problems, ...groupProblems(wanted, taken, context)];
}

/** The device that was attached is there, or at least nothing tells that it is another. */
function stands(wanted: WantedDevice, devices: ReadonlyMap<string, FoundDevice>): boolean {
  const device = devices.get(wanted.address);
  return device !== undefined && (wanted.identity === null || isSameDevice(wanted.identity, device));
}

function driftProblem(
  wanted: WantedDevice,
  device: JudgedDevice | undefined,
  { devices }: StartContext,
  taken: ReadonlySet<string>,
): StartProblem {
  const { address, identity } = wanted;
  const there =
    device === undefined
      ? `There is no longer a device at ${address}`
      : `The device at ${address} is now ${deviceName(device)}`;
  const code = device === undefined ? "gone" : "exchanged";
  if (identity === null) {
    const fix =
      "Find out where the card is now, detach the old entry from the VM, and attach the card again.";
    return { code, address, message: `${there}.`, fix, remapTo: null };
  }
  const was = `${identity.vendorId}:${identity.deviceId}`;
  const moved = findMoved({ ...wanted, identity }, devices, taken);
  if (moved.kind === "found") {
    return {
      code: "moved",
      address,
      message: `${there}. The attached device (${was}) is now at ${moved.address}.`,
      fix: `Use the device at ${moved.address} instead.`,
      remapTo: moved.address,
    };
  }
  const fix =
    moved.kind === "several"
      ? `It could be any of ${moved.addresses.join(", ")}. Detach the old entry and attach the right device.`
      : "Put the card back, or detach it from the VM.";
  return {
    code,
    address,
    message: `${there}. The attached device (${was}) could not be found with certainty.`,
    fix,
    remapTo: null,
  };
}

function deviceProblems(
  wanted: WantedDevice,
  device: JudgedDevice,
  { heldBy }: StartContext,
): StartProblem[] {
  const { address } = wanted;
  const holder = heldBy.get(address);
  if (holder !== undefined) {
    const message = `${deviceName(device)} is in use by the running VM ${holder}.`;
    return [{ code: "in-use", address, message, fix: `Shut down ${holder} first.`, remapTo: null }];
  }
  const reason = device.verdict.reasons.find(
    ({ code, weight }) => weight === "block" && neverTaken.has(code),
  );
  if (reason !== undefined) {
    const fix = reason.fix ?? "Detach it from the VM.";
    return [{ code: "blocked", address, message: reason.message, fix, remapTo: null }];
  }
  if (!wanted.managed && device.driver !== "vfio-pci") {
    const message = `${deviceName(device)} ${device.driver === null ? "has no driver" : `is still bound to ${device.driver}`}, and the VM's definition (managed='no') keeps libvirt from binding it to vfio-pci.`;
    return [
      {
        code: "not-given",
        address,
        message,
        fix: "Reserve the card for VMs on the Passthrough page first.",
        remapTo: null,
      },
    ];
  }
  return [];
}
