import { type CheckSources, paths } from "./check-sources";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";

/** CAP_SYS_RESOURCE, include/uapi/linux/capability.h. */
const resourceCapability = 1n << 24n;

/**
 * Whether a guest's memory can be locked, as a device that writes into it needs. libvirt raises the limit for each VM,
 * which works unless the host is a container without the right to.
 */
export const lockedMemory: HostCheck = {
  id: "memlock",
  group: "memory",
  title: "Locked memory",
  why: "A device writes into a VM's memory by itself, so all of that memory has to stay in place.",
  look: memoryLockable,
};

function memoryLockable({ files, memoryBytes }: CheckSources): Finding {
  const capabilities = /^CapBnd:\s*([0-9a-f]{1,16})$/m.exec(files.text(paths.status) ?? "")?.[1];
  const hardLimit = /^Max locked memory\s+\S+\s+(\d{1,20}|unlimited)/m.exec(
    files.text(paths.limits) ?? "",
  )?.[1];
  if (capabilities === undefined || hardLimit === undefined) {
    return unknown("The kernel does not report the limits.");
  }
  if ((BigInt(`0x${capabilities}`) & resourceCapability) !== 0n) {
    return passed("libvirt raises the limit for each VM.", [
      { file: `/${paths.status}`, line: null, text: `CapBnd: ${capabilities}` },
    ]);
  }
  const evidence = [{ file: `/${paths.limits}`, line: null, text: `Max locked memory: ${hardLimit}` }];
  if (hardLimit === "unlimited" || Number(hardLimit) >= memoryBytes) {
    return passed("The limit covers all of the host's memory.", evidence);
  }
  return {
    status: "fail",
    detail: `At most ${(Number(hardLimit) / 1024 ** 2).toFixed(0)} MiB can be locked, and this container can't raise the limit.`,
    evidence,
    fix: "Start the container with --cap-add SYS_RESOURCE, or with --ulimit memlock=-1.",
  };
}
