import { type DeviceMap, deviceName, gpuAddresses, shortAddress } from "@/components/fleet/device-names";

/** The GPUs that a VM's definition gives it, by name and, as twins share a name, by address. */
export function GpuCell({ passthrough, devices }: { passthrough: readonly string[]; devices: DeviceMap }) {
  const addresses = passthrough.length === 0 ? [] : gpuAddresses(passthrough, devices);
  if (addresses.length === 0) return null;
  return addresses.map((address) => {
    const device = devices.get(address);
    return (
      <span key={address} className="wrap-anywhere block text-sm">
        {device === undefined ? null : `${deviceName(device)} `}
        <span className="whitespace-nowrap font-mono text-muted text-xs">{shortAddress(address)}</span>
      </span>
    );
  });
}
