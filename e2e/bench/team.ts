import type { SharedLevel } from "@/server/access/shared-rights";
import type { Database } from "@/server/database/open-database";
import { groupMembers, groups } from "@/server/database/tables/groups";
import { users } from "@/server/database/tables/people";
import { groupShares, userShares } from "@/server/database/tables/shares";

/** An installation of a large team: members, groups of them, VMs, and who has which. */
export const people = 200;
export const teams = 50;
const membersOfTeam = 20;
export const vms = 5_000;
export const shares = { byUser: 6_000, byGroup: 4_000 };
const levels: readonly SharedLevel[] = ["viewer", "operator", "owner"];

export const vmIdOf = (index: number) => `0d6a5e1c-0000-4000-8000-${String(index % vms).padStart(12, "0")}`;
export const userIdOf = (index: number) => `user-${index % people}`;

/** Writes them down, spread over users, groups and VMs, the same in every run. */
export function fillWithTeam({ query, transaction }: Database): void {
  const spread = (index: number, over: number) => (index * 7_919 + (index >> 3) * 104_729) % over;
  const shareOf = (index: number) => ({
    hostId: "local",
    kind: "vm" as const,
    objectId: vmIdOf(spread(index, vms) + index),
    level: levels[index % levels.length] ?? "viewer",
  });
  transaction(() => {
    for (let index = 0; index < people; index += 1) {
      const user = { passwordHash: "!", createdAt: 1, level: "member" } as const;
      query
        .insert(users)
        .values({ ...user, id: userIdOf(index), name: `person-${index}` })
        .run();
    }
    for (let team = 0; team < teams; team += 1) {
      query
        .insert(groups)
        .values({ id: `group-${team}`, name: `team-${team}`, createdAt: 1 })
        .run();
      for (let index = 0; index < membersOfTeam; index += 1)
        query
          .insert(groupMembers)
          .values({ groupId: `group-${team}`, userId: userIdOf(team * 7 + index) })
          .run();
    }
    for (let index = 0; index < shares.byUser; index += 1)
      query
        .insert(userShares)
        .values({ userId: userIdOf(index), ...shareOf(index) })
        .onConflictDoNothing()
        .run();
    for (let index = 0; index < shares.byGroup; index += 1)
      query
        .insert(groupShares)
        .values({ groupId: `group-${index % teams}`, ...shareOf(index) })
        .onConflictDoNothing()
        .run();
  });
}
