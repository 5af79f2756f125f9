import { slotOf } from "../../../units/pci-address.schema";
import type { PciDevice } from "../../schema";
import type { Reason } from "../../verdict.schema";
import { isOnVfio } from "../../vfio-driver";
import { type KnownReset, knownResetOf } from "../known-resets";
import { type JudgedHost, type Rule, reason } from "../rule";
import { byNumber, listed, named } from "../words";

/**
 * Nothing can put the card back into the state that a guest expects, or what the kernel would do to it is known to fail.
 * Documentation/ABI/testing/sysfs-bus-pci, `reset_method`.
 */
export const noReset: Rule = ({ functions }, host) => {
  const known = functions.flatMap((device) => {
    const chip = knownResetOf(device);
    return chip !== null && isResetBy(chip, device, host) ? [{ device, chip }] : [];
  });
  const stuck = stuckOnes(functions, host).filter((device) => !known.some((one) => one.device === device));
  const isReserved = functions.every(isOnVfio);
  return [
    ...known.map(({ device, chip }) => knownToFail(device, chip, host, isReserved)),
    ...(stuck.length === 0 ? [] : [withoutReset(stuck)]),
  ];
};

/**
 * The first function of a slot stands for all, since a reset of their bus takes all of them; on the root bus there is no
 * such reset. Kernels before 5.15 don't tell.
 */
function stuckOnes(functions: readonly PciDevice[], { tellsResets }: JudgedHost): PciDevice[] {
  const slots = new Set<string>();
  return functions.filter(({ address, parent, resetMethods }) => {
    const isFirst = !slots.has(slotOf(address));
    slots.add(slotOf(address));
    return tellsResets && resetMethods.length === 0 && (parent === null || isFirst);
  });
}

function withoutReset(stuck: readonly PciDevice[]): Reason {
  const message = `The kernel has no way to reset ${listed(stuck, named)}. After the guest stops, ${byNumber(stuck, "it", "they")} may not work again until the host is rebooted.`;
  const fix = "Test it before you rely on it: start the VM, stop it, and start it again.";
  return reason("risk", "no-reset", stuck, message, fix);
}

/**
 * Whether the kernel takes the harmful method: the first of its list, or any where it does not tell. Without a list
 * vendor-reset comes before all methods; with one it is the method "device_specific".
 */
function isResetBy(
  { method, remedy }: KnownReset,
  { resetMethods }: PciDevice,
  { report, tellsResets }: JudgedHost,
) {
  if (!tellsResets) return remedy !== "vendor-reset" || report.vendorReset !== true;
  const [first = null] = resetMethods;
  return first === method || (first === null && remedy === "vendor-reset");
}

/** A risk to whoever is about to reserve the card; whoever has it reserved is only reminded. */
function knownToFail(device: PciDevice, chip: KnownReset, host: JudgedHost, isReserved: boolean): Reason {
  const fix =
    chip.remedy === "vendor-reset" ? withVendorReset(device, host) : withAnotherMethod(device, chip);
  return reason(isReserved ? "note" : "risk", "no-reset", [device], `${named(device)} ${chip.what}.`, fix);
}

function withVendorReset(device: PciDevice, { report }: JudgedHost): string {
  const ready = report.vendorReset
    ? "The module vendor-reset is loaded, but the kernel does not use it for this card"
    : "Install the module vendor-reset (github.com/gnif/vendor-reset) and load it before any VM uses the card";
  return `${ready}: run “${choose("device_specific", device)}”. Without it, reboot the host when the card hangs.`;
}

function withAnotherMethod(device: PciDevice, { method }: KnownReset): string {
  const other = device.resetMethods.find((one) => one !== method);
  const by = other === undefined ? "" : `, or have it reset in another way: run “${choose(other, device)}”`;
  return `Use a newer kernel, which avoids this${by}.`;
}

function choose(method: string, { address }: PciDevice): string {
  return `echo ${method} > /sys/bus/pci/devices/${address}/reset_method`;
}
