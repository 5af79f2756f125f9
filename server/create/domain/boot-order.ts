import type { VmSpecification } from "../vm-specification.schema";

/**
 * Places in the boot order where the specification names none: disks, then CDs, and networks where there is neither. A
 * new disk is empty, so that an installation CD behind it is booted once and the disk from then on.
 */
export function withBootOrder(vm: VmSpecification): VmSpecification {
  const { disks, opticalDrives, networks, cards } = vm;
  const named = [...disks, ...opticalDrives, ...networks].some(({ bootOrder }) => bootOrder !== null);
  if (named || cards.some(({ options }) => options.bootOrder != null)) return vm;
  const local = disks.length + opticalDrives.length > 0;
  return {
    ...vm,
    disks: disks.map((disk, index) => ({ ...disk, bootOrder: index + 1 })),
    opticalDrives: opticalDrives.map((drive, index) => ({ ...drive, bootOrder: disks.length + index + 1 })),
    networks: local ? networks : networks.map((network, index) => ({ ...network, bootOrder: index + 1 })),
  };
}

/** `<boot order=…>`, or nothing. */
export function bootPlans(bootOrder: number | null) {
  return bootOrder === null ? [] : [{ name: "boot", attributes: { order: String(bootOrder) } }];
}
