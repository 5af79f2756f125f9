import { type DeviceMap, deviceName } from "@/components/fleet/device-names";
import type { VmSummary } from "@/server/fleet/schema";

export interface OwnGpuWaysProps {
  vm: Pick<VmSummary, "addresses">;
  /** Those devices of the VM that are GPUs, or may be. */
  addresses: readonly string[];
  devices: DeviceMap;
}

/** The ways to the picture of a VM that draws on a GPU of the host's, which the host cannot see into. */
export function OwnGpuWays({ vm, addresses, devices }: OwnGpuWaysProps) {
  const guestAddress = vm.addresses[0] ?? "the guest’s address";
  return (
    <>
      <p>Its definition has no screen of QEMU’s. What it draws leaves the host by the outputs of</p>
      <ul className="my-2">
        {addresses.map((address) => {
          const device = devices.get(address);
          return (
            <li key={address} className="text-foreground">
              {device === undefined ? null : `${device.vendor} ${deviceName(device)}, `}
              <span className="font-mono text-sm">{address}</span>
            </li>
          );
        })}
      </ul>
      <p>and no browser can show it from here. These ways lead to it:</p>
      <ul className="mt-2 list-disc space-y-1 pl-5 text-left">
        <li>
          <strong className="text-foreground">The monitor</strong> that is plugged into that card, or a dummy
          plug where the guest needs one to draw at all.
        </li>
        <li>
          <strong className="text-foreground">Looking Glass</strong> shows the guest’s picture in a window on
          the host, with hardly any delay. It needs its shared memory in the definition and its program in the
          guest.
        </li>
        <li>
          <strong className="text-foreground">RDP</strong> to {guestAddress} for a Windows desktop, once it is
          installed.
        </li>
        <li>
          <strong className="text-foreground">Sunshine</strong> in the guest and Moonlight here, for games and
          whatever moves.
        </li>
      </ul>
      <p className="mt-3">
        For an installer, or to see the firmware start, a VNC screen can stand beside the GPU. Take it away
        again when all is set up.
      </p>
    </>
  );
}
