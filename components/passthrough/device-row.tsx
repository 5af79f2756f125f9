import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { deviceKind } from "@/server/pci/device-kind.schema";
import type { PciDevice } from "@/server/pci/schema";
import { BootDisplayBadge } from "./boot-display-badge";
import { deviceTitle } from "./device-names";
import type { DeviceOwner } from "./device-owner";
import { kindLooks } from "./kind-look";
import { OwnerBadge } from "./owner-badge";

/** The columns of the list of devices, on screens that have the room. */
export const deviceColumns = "lg:grid-cols-[minmax(0,1fr)_7.5rem_6rem_8rem_7rem]";

export interface DeviceRowProps {
  device: PciDevice;
  owners: readonly DeviceOwner[];
  /** The device is what was searched for, among others that are shown with it. */
  isMatch: boolean;
}

/** A device as one line of its group. */
export function DeviceRow({ device, owners, isMatch }: DeviceRowProps) {
  const { icon: Icon, word } = kindLooks[deviceKind(device.class)];
  return (
    <li
      className={classNames(
        "grid gap-x-4 gap-y-1 border-l-2 px-3 py-2",
        deviceColumns,
        isMatch ? "border-l-accent bg-accent/5" : "border-l-transparent",
      )}
    >
      <div className="flex min-w-0 gap-2.5">
        <Icon role="img" aria-label={word} className="mt-0.5 size-4 shrink-0 text-muted" />
        <div className="min-w-0">
          <p className="wrap-anywhere font-medium">{deviceTitle(device)}</p>
          <p className="wrap-anywhere text-muted text-sm">
            {device.classLabel}
            {device.subsystemProduct === null ? null : <> · {device.subsystemProduct}</>}
          </p>
          <RowBadges device={device} owners={owners} />
        </div>
      </div>
      <dl className="flex flex-wrap gap-x-4 gap-y-0.5 pl-6.5 text-sm lg:col-span-4 lg:grid lg:grid-cols-subgrid lg:pt-px lg:pl-0">
        <Fact label="Address">
          <span className="select-all whitespace-nowrap font-mono">{device.address}</span>
        </Fact>
        <Fact label="Vendor and device id">
          <span className="select-all whitespace-nowrap font-mono text-muted">
            {device.vendorId}:{device.deviceId}
          </span>
        </Fact>
        <Fact label="Driver">
          {device.driver === null ? (
            <span className="text-muted">no driver</span>
          ) : (
            <span className="wrap-anywhere font-mono">{device.driver}</span>
          )}
        </Fact>
        <ResetFact methods={device.resetMethods} />
      </dl>
    </li>
  );
}

function RowBadges({ device, owners }: { device: PciDevice; owners: readonly DeviceOwner[] }) {
  if (device.bootVga !== true && owners.length === 0 && device.physicalFunction === null) return null;
  return (
    <div className="mt-1 flex flex-wrap gap-1.5">
      {device.bootVga === true ? <BootDisplayBadge /> : null}
      {owners.map((owner) => (
        <OwnerBadge key={owner.href} owner={owner} />
      ))}
      {device.physicalFunction === null ? null : (
        <span className="text-muted text-sm">
          virtual function of <span className="font-mono">{device.physicalFunction}</span>
        </span>
      )}
    </div>
  );
}

/** On a narrow screen there are no column headings, so the word "reset" stands beside the methods. */
function ResetFact({ methods }: { methods: readonly string[] }) {
  if (methods.length === 0) return null;
  return (
    <Fact label="Reset methods">
      <span className="text-muted">
        <span aria-hidden className="lg:hidden">
          reset{" "}
        </span>
        {methods.join(", ")}
      </span>
    </Fact>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="sr-only">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
