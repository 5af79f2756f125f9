import type { BindingAtBoot } from "../host/modules/binding-at-boot";
import { fits } from "../host/modules/vfio-ids";
import { Refused } from "./refused";
import type { ReservedDevice } from "./reservation";

/** What has vfio-pci leave devices alone from the next start on; parts of a WishedChange. */
export interface Release {
  removeIds: string[];
  returnAddresses: string[];
  /** Twins, which had vfio-pci by the same id: they keep it, by their addresses. */
  vfioAddresses: string[];
}

/**
 * What it takes that devices are no longer reserved at the next start, and no others with them. Pure.
 * @throws Refused where something reserves them that Passdeck does not edit.
 */
export function releaseOf(
  addresses: readonly string[],
  devices: readonly ReservedDevice[],
  binding: BindingAtBoot,
): Release {
  const released = devices.filter(({ address }) => addresses.includes(address));
  const removeIds = [...new Set(released.flatMap((device) => idsFor(device, binding)))];
  const vfioAddresses = devices.filter(
    (device) =>
      !addresses.includes(device.address) &&
      !binding.addresses.has(device.address) &&
      removeIds.includes(idOf(device)),
  );
  return {
    removeIds,
    returnAddresses: released.flatMap((device) => byAddress(device, binding)),
    vfioAddresses: vfioAddresses.map(({ address }) => address),
  };
}

function idsFor(device: ReservedDevice, { ids }: BindingAtBoot): string[] {
  return (ids?.ids ?? [])
    .filter((id) => fits(id, device))
    .map(({ text }) => {
      if (text.toLowerCase() === idOf(device)) return idOf(device);
      throw new Refused(
        `${device.address} is reserved at every start by “${text}” in ${ids?.place}, which names more than this model.`,
        `Take “${text}” out of it by hand.`,
      );
    });
}

/** Rules and scripts of Passdeck's own have its name in theirs. */
const own = /\bpassdeck-vfio\b/;

function byAddress({ address }: ReservedDevice, { addresses }: BindingAtBoot): string[] {
  const place = addresses.get(address);
  if (place === undefined) return [];
  if (own.test(place)) return [address];
  throw new Refused(
    `${place} reserves ${address} at every start, and Passdeck did not write it.`,
    place.includes("driverctl.d/")
      ? `Run as root: driverctl unset-override ${address}`
      : `Take ${address} out of it by hand.`,
  );
}

function idOf({ vendorId, deviceId }: ReservedDevice): string {
  return `${vendorId}:${deviceId}`.toLowerCase();
}
