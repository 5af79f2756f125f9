import { Gpu } from "lucide-react";
import type { ReactNode } from "react";
import { isGpu } from "@/server/pci/device-kind.schema";
import type { HostReport, PciDevice } from "@/server/pci/schema";
import { BootDisplayBadge } from "./boot-display-badge";
import { gpuName, shortVendor } from "./device-names";
import type { DeviceOwners } from "./device-owner";
import { OwnerBadge } from "./owner-badge";

/** The graphics devices, which most people come for, before everything else. */
export function GpuSection({ report, owners }: { report: HostReport; owners: DeviceOwners }) {
  const devices = new Map(report.devices.map((device) => [device.address, device]));
  const gpus = report.devices.filter(isGpu).sort(bootDisplayLast);
  return (
    <section aria-labelledby="gpus-heading">
      <h2 id="gpus-heading" className="mb-3 font-semibold text-lg">
        Graphics
      </h2>
      {gpus.length === 0 ? (
        <p className="text-muted">This host has no graphics device.</p>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(21rem,1fr))]">
          {gpus.map((gpu) => (
            <GpuCard
              key={gpu.address}
              gpu={gpu}
              companions={gpu.companions.flatMap((address) => devices.get(address) ?? [])}
              owners={owners}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The host keeps its boot display; the others are what people come for. */
function bootDisplayLast(left: PciDevice, right: PciDevice): number {
  return Number(left.bootVga === true) - Number(right.bootVga === true);
}

interface GpuCardProps {
  gpu: PciDevice;
  companions: readonly PciDevice[];
  owners: DeviceOwners;
}

function GpuCard({ gpu, companions, owners }: GpuCardProps) {
  const { name, chip } = gpuName(gpu.product);
  const maker = gpu.subsystemVendor === null ? null : `by ${shortVendor(gpu.subsystemVendor)}`;
  const holders = owners[gpu.address] ?? [];
  return (
    <li className="flex min-w-0 flex-col rounded-lg border border-border bg-surface p-4">
      <div className="flex items-start gap-3">
        <span className="flex size-10 shrink-0 items-center justify-center rounded-lg bg-accent/10 text-accent">
          <Gpu aria-hidden className="size-5.5" />
        </span>
        <div className="min-w-0">
          <h3 className="wrap-anywhere font-semibold text-lg leading-snug">{name}</h3>
          <p className="wrap-anywhere text-muted text-sm">
            {[shortVendor(gpu.vendor), chip, maker].filter((part) => part !== null).join(" · ")}
          </p>
        </div>
      </div>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        <Fact label="Address">
          <span className="select-all whitespace-nowrap font-mono text-base">{gpu.address}</span>
        </Fact>
        {gpu.subsystemProduct === null ? null : <Fact label="Sold as">{gpu.subsystemProduct}</Fact>}
        <Fact label="Id">
          <span className="select-all font-mono">
            {gpu.vendorId}:{gpu.deviceId}
          </span>
        </Fact>
        <Fact label="Driver">
          <DriverName driver={gpu.driver} />
        </Fact>
        <Fact label="Group">
          <GroupLink id={gpu.iommuGroup} />
        </Fact>
        {gpu.resetMethods.length === 0 ? null : <Fact label="Reset">{gpu.resetMethods.join(", ")}</Fact>}
        {companions.map((companion) => (
          <Fact key={companion.address} label={companion.classLabel}>
            <span className="whitespace-nowrap font-mono">{companion.address}</span>{" "}
            <DriverName driver={companion.driver} />
          </Fact>
        ))}
      </dl>
      {gpu.bootVga === true || holders.length > 0 ? (
        <div className="mt-3 flex flex-wrap gap-1.5">
          {gpu.bootVga === true ? <BootDisplayBadge /> : null}
          {holders.map((owner) => (
            <OwnerBadge key={owner.href} owner={owner} />
          ))}
        </div>
      ) : null}
    </li>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function DriverName({ driver }: { driver: string | null }) {
  if (driver === null) return <span className="text-muted">no driver</span>;
  return <span className="wrap-anywhere font-mono">{driver}</span>;
}

function GroupLink({ id }: { id: number | null }) {
  if (id === null) return <span className="text-muted">none</span>;
  return (
    <a href={`#group-${id}`} className="text-accent underline-offset-2 hover:underline">
      Group {id}
    </a>
  );
}
