import type { ElementPlan } from "../../xml/build-xml";
import type { DiskSource, DiskSpecification, OpticalDrive } from "../specification/disk.schema";
import type { VmSpecification } from "../vm-specification.schema";
import { bootPlans } from "./boot-order";
import { targetNames } from "./disk-targets";

type Part = Pick<VmSpecification, "machine" | "disks" | "opticalDrives">;

/** `<disk>` of each disk and CD drive, in that order, and the SCSI controller where one of them needs it. */
export function diskPlans({ machine, disks, opticalDrives }: Part): ElementPlan[] {
  const nameFor = targetNames();
  const drives = opticalDrives.map((drive) => ({ ...drive, bus: drive.bus ?? usualDriveBus[machine] }));
  const plans = [
    ...disks.map((disk) => diskPlan(disk, nameFor(disk.bus))),
    ...drives.map((drive) => drivePlan(drive, nameFor(drive.bus))),
  ];
  const scsi = [...disks, ...drives].some(({ bus }) => bus === "scsi");
  return scsi ? [...plans, scsiController] : plans;
}

const usualDriveBus = { q35: "sata", i440fx: "ide", virt: "scsi" } as const;

const scsiController = { name: "controller", attributes: { type: "scsi", index: "0", model: "virtio-scsi" } };

/** How many I/O threads a VM's disks and pins ask for: libvirt numbers them from 1 without gaps. */
export function iothreadCount({ disks, cpu }: Pick<VmSpecification, "disks" | "cpu">): number {
  return Math.max(
    0,
    ...disks.map(({ iothread }) => iothread ?? 0),
    ...cpu.iothreadPins.map(({ iothread }) => iothread),
  );
}

function diskPlan(disk: DiskSpecification, target: string): ElementPlan {
  const children: ElementPlan[] = [
    { name: "driver", attributes: driverAttributes(disk) },
    sourcePlan(disk.source),
    { name: "target", attributes: { dev: target, bus: disk.bus } },
  ];
  if (disk.serial !== null) children.push({ name: "serial", text: disk.serial });
  if (disk.readOnly) children.push({ name: "readonly" });
  children.push(...bootPlans(disk.bootOrder));
  return { name: "disk", attributes: { type: sourceType(disk.source.kind), device: "disk" }, children };
}

function driverAttributes({
  source,
  cache,
  io,
  discard,
  iothread,
}: DiskSpecification): Record<string, string> {
  const attributes: Record<string, string> = {
    name: "qemu",
    type: source.kind === "block" ? "raw" : source.format,
  };
  if (cache !== "default") attributes.cache = cache;
  if (io !== "default") attributes.io = io;
  if (discard !== "default") attributes.discard = discard;
  if (iothread !== null) attributes.iothread = String(iothread);
  return attributes;
}

function drivePlan({ source, bus, bootOrder }: OpticalDrive & { bus: string }, target: string): ElementPlan {
  return {
    name: "disk",
    attributes: { type: sourceType(source?.kind ?? "file"), device: "cdrom" },
    children: [
      { name: "driver", attributes: { name: "qemu", type: "raw" } },
      ...(source === null ? [] : [sourcePlan(source)]),
      { name: "target", attributes: { dev: target, bus } },
      { name: "readonly" },
      ...bootPlans(bootOrder),
    ],
  };
}

function sourceType(kind: DiskSource["kind"]): string {
  return kind === "new-volume" ? "volume" : kind;
}

type AnySource = DiskSource | NonNullable<OpticalDrive["source"]>;

function sourcePlan(source: AnySource): ElementPlan {
  switch (source.kind) {
    case "new-volume":
    case "volume":
      return { name: "source", attributes: { pool: source.pool, volume: source.volume } };
    case "file":
      return { name: "source", attributes: { file: source.path } };
    case "block":
      return { name: "source", attributes: { dev: source.path } };
  }
}
