import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { existingVolume } from "../../storage/look-up";
import { persevering } from "../persevering";
import { removeOwnVolume, type VolumePlace } from "../storage/own-volume";
import { copyOwnFile } from "./copy-file";
import { type Ends, onBoth } from "./on-both";

/**
 * Copies a volume to another host, as it is.
 * @param copied Looks at the source once more: what changed meanwhile is copied in part.
 */
export function volumeAcrossStep(
  ends: Ends,
  from: VolumePlace,
  to: VolumePlace,
  copied: (here: Connection) => Promise<unknown>,
): StepWork {
  const target = () => ends.fleet.host(ends.to);
  const subject = `VM ${ends.vmName}`;
  return persevering(target, {
    run: (context) =>
      onBoth(ends, context.signal, async (both) => {
        const vol = await existingVolume(both.here, from.pool, from.name);
        await copyOwnFile(both, vol, to, context, ends);
        await copied(both.here);
      }),
    verify: () =>
      target().run(subject, async (there) => {
        await existingVolume(there, to.pool, to.name);
      }),
    undo: (memory) => target().runLong(subject, (there) => removeOwnVolume(there, to, memory)),
  });
}
