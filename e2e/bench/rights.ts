import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AccessChanges } from "@/server/access/access-changes";
import { can, type Who } from "@/server/access/can";
import { onVm } from "@/server/access/objects-of";
import { SharedObjects } from "@/server/access/shared-objects";
import { type Database, openDatabase } from "@/server/database/open-database";
import { quantile } from "./quantile";
import { atMost, type Row, report } from "./report";
import { fillWithTeam, people, shares, teams, userIdOf, vmIdOf, vms } from "./team";

/** A clock tells no single check: so many are timed together. */
const checksAtOnce = 100;
const rounds = 2_000;

/** Microseconds that `work` takes. */
function timed(work: () => void): number {
  const before = performance.now();
  work();
  return (performance.now() - before) * 1_000;
}

function measure(database: Database): Row[] {
  const changes = new AccessChanges();
  const shared = new SharedObjects({ database, changes });
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
  fillWithTeam(database);
  const title = `rights: ${people} people, ${teams} groups, ${shares.byUser + shares.byGroup} shares of ${vms} VMs`;
  if (!report(title, [], measure(database))) process.exitCode = 1;
  database.close();
} finally {
  rmSync(folder, { recursive: true });
}
