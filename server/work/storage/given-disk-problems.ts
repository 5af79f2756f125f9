import type { ManagedHost } from "../../fleet/managed-host";
import { type GivenTo, newDisks, givenDiskProblems as problemsBy } from "../../storage/given-disk";

/** As `storage/given-disk` tells it, with a connection of its own, and without one where no disk is new. */
export async function givenDiskProblems(
  host: Pick<ManagedHost, "runLong">,
  given: GivenTo,
): Promise<string[]> {
  if (newDisks(given).length === 0) return [];
  return host.runLong(given.vmName === null ? "The new VM" : `VM ${given.vmName}`, (connection) =>
    problemsBy(connection, given),
  );
}
