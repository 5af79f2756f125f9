import type { ManagedHost } from "../../fleet/managed-host";
import type { StepContext } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { type Announce, allocationOf, type Copy, copyVolume } from "../../storage/volume-acts";
import { tellingGrowth } from "./telling-growth";

/** Copies a volume by `connection`, which is held up until that is done, and tells by others how far it is. */
export function copyWithProgress(
  host: Pick<ManagedHost, "run">,
  connection: Connection,
  copy: Copy,
  context: StepContext,
  announce: Announce,
): Promise<void> {
  return tellingGrowth(host, { pool: copy.toPool, name: copy.to }, context, {
    total: (other) => allocationOf(other, copy.fromPool, copy.from),
    work: () => copyVolume(connection, copy, announce),
  });
}
