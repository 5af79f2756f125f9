import type { ReactNode } from "react";
import { deviceTitle } from "@/components/device/device-names";
import { VerdictBadge } from "@/components/device/verdict-badge";
import { classNames } from "@/components/ui/class-names";
import { deviceKind } from "@/server/pci/device-kind.schema";
import type { JudgedDevice } from "@/server/pci/schema";
import { BootDisplayBadge } from "./boot-display-badge";
import type { DeviceOwner } from "./device-owner";
import { kindLooks } from "./kind-look";
import { OwnerBadge } from "./owner-badge";
import { cardReservation, isReserved } from "./reservation/card-reservation";
import { ReservationBadge } from "./reservation/reservation-badge";
import { useNextStart } from "./reservation/use-next-start";

/** The columns of the list of devices, on screens that have the room. */
export const deviceColumns = "lg:grid-cols-[minmax(0,1fr)_7.5rem_6rem_8rem_7rem]";

export interface DeviceRowProps {
  device: JudgedDevice;
  owners: readonly DeviceOwner[];
  /** The device is what was searched for, among others that are shown with it. */
  isMatch: boolean;
  /** Its facts stand beside the list. */
  isOpen: boolean;
  onOpen(address: string): void;
}

/** A device as one line of its group. */
export function DeviceRow({ device, owners, isMatch, isOpen, onOpen }: DeviceRowProps) {
  const { icon: Icon, word } = kindLooks[deviceKind(device.class)];
  return (
    <li
      className={classNames(
        "relative grid gap-x-4 gap-y-1 border-l-2 px-3 py-2 hover:bg-foreground/4",
        deviceColumns,
        isMatch || isOpen ? "border-l-accent bg-accent/5" : "border-l-transparent",
      )}
    >
      <div className="flex min-w-0 gap-2.5">
        <Icon role="img" aria-label={word} className="mt-0.5 size-4 shrink-0 text-muted" />
        <div className="min-w-0">
          <button
            type="button"
            data-card={device.address}
            aria-pressed={isOpen}
            onClick={() => onOpen(device.address)}
            className="wrap-anywhere min-h-6 text-left font-medium after:absolute after:inset-0"
          >
            {deviceTitle(device)}
            <span className="sr-only"> {device.address}</span>
          </button>
          <p className="wrap-anywhere text-muted text-sm">
            {device.classLabel}
            {device.subsystemProduct === null ? null : <> · {device.subsystemProduct}</>}
          </p>
          <RowBadges device={device} owners={owners} />
        </div>
      </div>
      <Facts device={device} />
    </li>
  );
}

function Facts({ device }: { device: JudgedDevice }) {
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 pl-6.5 text-sm lg:col-span-4 lg:grid lg:grid-cols-subgrid lg:pt-px lg:pl-0">
      <Fact label="Address">
        <span className="whitespace-nowrap font-mono">{device.address}</span>
      </Fact>
      <Fact label="Vendor and device ID">
        <span className="whitespace-nowrap font-mono text-muted">
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
      <Fact label="Verdict">
        <VerdictBadge verdict={device.verdict} />
      </Fact>
    </dl>
  );
}

function RowBadges({ device, owners }: { device: JudgedDevice; owners: readonly DeviceOwner[] }) {
  const reserved = isReserved(cardReservation([device], useNextStart()));
  const hasNone = device.bootVga !== true && owners.length === 0 && device.physicalFunction === null;
  if (hasNone && !reserved) return null;
  return (
    <div className="relative z-10 mt-1 flex w-fit flex-wrap gap-1.5">
      {device.bootVga === true ? <BootDisplayBadge /> : null}
      <ReservationBadge functions={[device]} />
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

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="sr-only">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
