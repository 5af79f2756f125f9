import type { Fleet } from "../fleet/fleet";

/** What people call a host: its name, or its id where another is called the same. */
export function hostNamed(fleet: Pick<Fleet, "hostSummaries">, hostId: string): string {
  const { name } = fleet.hostSummaries().find(({ id }) => id === hostId) ?? { name: hostId };
  const same = fleet.hostSummaries().filter((host) => host.name === name);
  return same.length > 1 ? hostId : name;
}
