import type { VolumeSummary } from "@/server/storage/volume.schema";

/** Why a volume can't be deleted now: the VMs that need it are named. */
export function whyNotDelete({ usedBy }: Pick<VolumeSummary, "usedBy">): string | null {
  return usedBy.length === 0 ? null : `Used by ${names(usedBy)}`;
}

/** Why a volume can't be copied now: a disk that a guest writes to would give a copy of no one moment. */
export function whyNotClone({ usedBy, format }: Pick<VolumeSummary, "usedBy" | "format">): string | null {
  return format === "iso" ? null : whileRunning(usedBy);
}

/** Why a volume's size can't be changed now: a guest would not be told. */
export function whyNotResize({ usedBy, format }: Pick<VolumeSummary, "usedBy" | "format">): string | null {
  if (format === "iso") return "An ISO can't be resized";
  return whileRunning(usedBy);
}

function whileRunning(users: VolumeSummary["usedBy"]): string | null {
  const running = users.filter((user) => user.running);
  return running.length === 0 ? null : `${names(running)} is running and uses it`;
}

function names(users: VolumeSummary["usedBy"]): string {
  return users.map(({ vmName }) => vmName).join(", ");
}
