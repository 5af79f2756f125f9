import { compareAddresses, functionOf } from "../../units/pci-address.schema";
import { type DeviceIdentity, isSameDevice, type WantedDevice } from "./wanted-device";

/** A device of the host, as far as it can be told from others. */
export type FoundDevice = DeviceIdentity & { address: string };

/** Where a device that is not at its address any more stands now. */
export type MovedDevice =
  | { kind: "found"; address: string }
  /** Several could be it, and none has a serial number that would tell. */
  | { kind: "several"; addresses: string[] }
  | { kind: "gone" };

/**
 * Looks for a device by what it is, among those that no entry of the same VM rightly stands for. Functions keep their
 * number: the audio of a card does not turn up as its display.
 */
export function findMoved(
  wanted: WantedDevice & { identity: DeviceIdentity },
  devices: readonly FoundDevice[],
  taken: ReadonlySet<string>,
): MovedDevice {
  const candidates = devices
    .filter(({ address }) => !taken.has(address) && functionOf(address) === functionOf(wanted.address))
    .filter((device) => isSameDevice(wanted.identity, device));
  const bySerial = candidates.filter(
    ({ serialNumber }) => serialNumber !== null && serialNumber === wanted.identity.serialNumber,
  );
  const [first, ...others] = bySerial.length > 0 ? bySerial : candidates;
  if (first === undefined) return { kind: "gone" };
  if (others.length === 0) return { kind: "found", address: first.address };
  return {
    kind: "several",
    addresses: [first, ...others].map(({ address }) => address).sort(compareAddresses),
  };
}
