import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import type { PciDevice } from "@/server/pci/schema";
import { type DeviceMap, deviceName } from "../device-names";

export interface PassthroughCardProps {
  addresses: readonly string[];
  devices: DeviceMap;
}

/** The host's devices that the definition hands to the VM, by name; one that the host hasn't is marked. */
export function PassthroughCard({ addresses, devices }: PassthroughCardProps) {
  return (
    <Card>
      <CardHeader
        title="Passthrough devices"
        aside={
          <Link href="/passthrough" className="inline-flex min-h-6 items-center text-accent hover:underline">
            All of the host’s
          </Link>
        }
      />
      {addresses.length === 0 ? (
        <p className="px-4 py-3 text-muted">None of the host’s devices is given to this VM.</p>
      ) : (
        <ul className="divide-y divide-border">
          {addresses.map((address) => (
            <li key={address} className="wrap-anywhere px-4 py-2.5">
              <Device address={address} device={devices.get(address)} hardwareKnown={devices.size > 0} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

interface DeviceProps {
  address: string;
  device: PciDevice | undefined;
  hardwareKnown: boolean;
}

function Device({ address, device, hardwareKnown }: DeviceProps) {
  if (device === undefined) {
    return (
      <>
        <p className="font-mono text-sm">{address}</p>
        {hardwareKnown ? (
          <p className="mt-0.5 flex items-start gap-1.5 text-danger">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            The host has no device at this address. It may have moved to another slot; the VM cannot start
            with it.
          </p>
        ) : null}
      </>
    );
  }
  return (
    <>
      <p className="font-medium">
        {device.vendor} {deviceName(device)}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
        <span className="font-mono">{address}</span>
        <span>{device.classLabel}</span>
        <Badge>{device.driver === null ? "no driver" : device.driver}</Badge>
      </p>
    </>
  );
}
