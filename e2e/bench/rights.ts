import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AccessChanges } from "@/server/access/access-changes";
import { can, type Who } from "@/server/access/can";
import { onVm } from "@/server/access/objects-of";
import type { SharedLevel } from "@/server/access/shared-rights";
import { SharedVms } from "@/server/access/shared-vms";
import { type Database, openDatabase } from "@/server/database/open-database";
import { groupMembers, groupShares, groups, userShares, users } from "@/server/database/schema";
import { quantile } from "./quantile";
import { atMost, type Row, report } from "./report";

/** An installation of a large team: members, groups of them, VMs, and who has which. */
const people = 200;
const teams = 50;
const membersOfTeam = 20;
const vms = 5_000;
const shares = { byUser: 6_000, byGroup: 4_000 };
const levels: readonly SharedLevel[] = ["viewer", "operator", "owner"];

/** A clock tells no single check: so many are timed together. */
const checksAtOnce = 100;
const rounds = 2_000;

const vmIdOf = (index: number) => `0d6a5e1c-0000-4000-8000-${String(index % vms).padStart(12, "0")}`;
const userIdOf = (index: number) => `user-${index % people}`;

/** Spreads them over users, groups and VMs, the same in every run. */
function fill({ query, transaction }: Database): void {
  const spread = (index: number, over: number) => (index * 7_919 + (index >> 3) * 104_729) % over;
  const shareOf = (index: number) => ({
    hostId: "local",
    vmId: vmIdOf(spread(index, vms) + index),
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

/** Microseconds that `work` takes. */
function timed(work: () => void): number {
  const before = performance.now();
  work();
  return (performance.now() - before) * 1_000;
}

function measure(database: Database): Row[] {
  const changes = new AccessChanges();
  const shared = new SharedVms({ database, changes });
  const whoIs = (index: number): Who => {
    const id = userIdOf(index);
    return { level: "member", user: { id, name: id, level: "member" }, shared: shared.of(id) };
  };
  const checks = (round: number) => {
    const who = whoIs(round);
    for (let index = 0; index < checksAtOnce; index += 1)
      can(who, "vm.act", onVm({ hostId: "local", vmId: vmIdOf(round * 31 + index * 17) }));
  };
  for (let round = 0; round < people; round += 1) checks(round);
  const check = Array.from({ length: rounds }, (_, round) => timed(() => checks(round)) / checksAtOnce);
  // The first request of a user after anything of anybody has changed.
  const fresh = Array.from({ length: rounds }, (_, round) => {
    changes.tell(null);
    return timed(() => void shared.of(userIdOf(round)));
  });
  const wholeList = Array.from({ length: 100 }, (_, round) => {
    const who = whoIs(round);
    return timed(() => {
      for (let vm = 0; vm < vms; vm += 1) can(who, "vm.see", onVm({ hostId: "local", vmId: vmIdOf(vm) }));
    });
  });
  const row = (name: string, figures: readonly number[], part: number, limit?: number): Row => {
    const ours = quantile(figures, part);
    const goal = limit === undefined ? undefined : atMost(ours, limit, "µs");
    return { name: `${name}, p${part * 100}`, unit: "µs", ours, goal };
  };
  return [
    row("one check", check, 0.5, 5),
    row("one check", check, 0.95, 20),
    row("a user's shares, read anew", fresh, 0.5, 5_000),
    row("a user's shares, read anew", fresh, 0.95),
    row(`all ${vms} VMs for one page`, wholeList, 0.5, 50_000),
    row(`all ${vms} VMs for one page`, wholeList, 0.95),
  ];
}

const folder = mkdtempSync(join(tmpdir(), "passdeck-bench-"));
try {
  const database = openDatabase({ folder, migrations: "server/database/migrations" });
  fill(database);
  const title = `rights: ${people} people, ${teams} groups, ${shares.byUser + shares.byGroup} shares of ${vms} VMs`;
  if (!report(title, [], measure(database))) process.exitCode = 1;
  database.close();
} finally {
  rmSync(folder, { recursive: true });
}
