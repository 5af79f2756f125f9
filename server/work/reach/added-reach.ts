import { addedReach, beyondOrdinary } from "../../domain/reach/ordinary";
import { reachSentence } from "../../domain/reach/reach-words";
import { readReach } from "../../domain/reach/read-reach";
import type { Fleet } from "../../fleet/fleet";
import type { Connection } from "../../libvirt/connection";
import { errorNumber } from "../../libvirt/protocol/constants.gen";
import { orNull } from "../../storage/look-up";
import { parseXml } from "../../xml/xml";
import { keptForVms } from "./kept-files";

/**
 * What of its host a VM would reach by a change and did not before, a sentence each: what every VM has, volumes and
 * files that Passdeck keeps for VMs left out.
 * @param before Its definition as it is; null of a VM that is to be made.
 */
export async function addedReachWords(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  before: string | null,
  now: string,
): Promise<string[]> {
  const known = before === null ? [] : readReach(parseXml(before));
  const added = beyondOrdinary(addedReach(known, readReach(parseXml(now))), keptForVms(fleet, hostId));
  if (added.length === 0) return [];
  const volumes = await fleet.host(hostId).run("The host", (connection) =>
    volumesAmong(
      connection,
      added.map(({ target }) => target),
    ),
  );
  return added.filter(({ target }) => !volumes.has(target)).map(reachSentence);
}

/** Which of the paths are volumes of libvirt's pools. */
async function volumesAmong(connection: Connection, paths: readonly string[]): Promise<Set<string>> {
  const found = await Promise.all(
    paths
      .filter((path) => path.startsWith("/"))
      .map(async (path) => {
        const looked = connection.call("storage_vol_lookup_by_path", { path });
        return (await orNull(looked, errorNumber.NO_STORAGE_VOL)) === null ? [] : [path];
      }),
  );
  return new Set(found.flat());
}
