import { countsAtOnce, type WishedChange } from "../../prepare/change.schema";

/** A change in a line: "Change how the host starts: add iommu=pt; 1G huge pages: 16". */
export function changeTitle(wish: WishedChange): string {
  if (wish.lookingGlass !== null && countsAtOnce(wish)) return `Set up ${sharedMemory(wish.lookingGlass)}`;
  const { hugePages, overrides } = wish;
  const parts = [
    part("add", wish.add),
    part("remove", wish.remove),
    part("reserve for VMs", [...wish.vfioAddresses, ...wish.addIds]),
    part("return to the host", [...wish.returnAddresses, ...wish.removeIds]),
    part(
      "driver of",
      Object.entries(overrides).map(([address, driver]) => `${address} ${driver}`),
    ),
    wish.earlyVfio ? "load vfio-pci early" : null,
    part("load", wish.loadModules),
    part("don’t load", wish.removeModules),
    part("vfio-pci before", wish.softdeps),
    part("blacklist", wish.blacklist),
    part("no longer blacklist", wish.unblacklist),
    wish.restoreGrubStub ? "restore GRUB’s file on the EFI partition" : null,
    wish.target === null ? null : `start ${wish.target}.target`,
    wish.lookingGlass === null ? null : sharedMemory(wish.lookingGlass),
    hugePages === null ? null : `huge pages of ${hugePages.size}: ${hugePages.count}`,
  ].filter((text) => text !== null);
  return `Change how the host starts: ${parts.length === 0 ? "nothing" : parts.join("; ")}`;
}

function sharedMemory({ memory, user }: NonNullable<WishedChange["lookingGlass"]>): string {
  return `Looking Glass’s memory (${memory}) for ${user}`;
}

function part(verb: string, things: readonly string[]): string | null {
  return things.length === 0 ? null : `${verb} ${things.join(" ")}`;
}
