import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import type { AuditEntry } from "../access/audit";
import type { ObjectReference } from "../access/object.schema";
import type { Level } from "../access/role";
import type { Database } from "../database/open-database";
import { AppError } from "../errors";
import type { Jobs } from "../job/jobs";
import { forever, gate, newJobs, openTestDatabase, Switches, specOf } from "../job/test-world.test-data";
import { type Act, defineAct, nothing } from "./act";
import type { ActRequest } from "./act-context";
import { runAct } from "./run-act";
import type { Services } from "./services";

const vmId = "0d6a5e1c-0000-4000-8000-000000000000";
const vm: ObjectReference = { kind: "vm", hostId: "local", vmId };

let database: Database;
let switches: Switches;
let jobs: Jobs;
let lines: AuditEntry[];

beforeEach(() => {
  database = openTestDatabase();
  switches = new Switches();
  jobs = newJobs(database, [switches.kind()]);
  lines = [];
});

afterEach(() => database.close());

function requestOf(level: Level): ActRequest {
  const audit = { record: (line: AuditEntry) => lines.push(line) };
  const fleet = { findVm: () => null };
  return {
    level,
    user: level === "public" ? null : { id: "1", name: "ada", level },
    services: { jobs, audit, fleet } as unknown as Services,
    sessionId: null,
    browserMark: null,
    userAgent: null,
    pageOrigin: null,
    localAddress: "127.0.0.1",
    remoteAddress: "127.0.0.1",
  };
}

/** Acts that administrators alone may do. */
const names = { vm: "vm.rename", pool: "storage.deletePool", volume: "storage.deleteVolume" } as const;

/** An act that does `work`, to a VM where nothing else is said. */
function actOf(work: () => unknown, objects: readonly ObjectReference[] = [vm]): Act {
  return defineAct({
    name: names[objects[0]?.kind as keyof typeof names],
    title: "Rename a VM",
    input: z.unknown(),
    output: z.unknown(),
    objects: () => objects,
    run: work,
  });
}

const run = (work: () => unknown, objects?: readonly ObjectReference[], level: Level = "admin") =>
  runAct(actOf(work, objects), requestOf(level), null);
const refused = (code: string) => expect.objectContaining({ code });

describe("one line is left for the audit", () => {
  test("of what was done, with who, from where, when, and on what", async () => {
    expect(await run(() => "answer")).toBe("answer");
    expect(lines).toEqual([
      {
        who: "ada",
        address: "127.0.0.1",
        at: expect.any(Number),
        tookMs: expect.any(Number),
        act: "vm.rename",
        title: "Rename a VM",
        subject: "",
        changes: true,
        objects: [vm],
        outcome: "done",
        problem: null,
      },
    ]);
  });

  test("of what somebody may not do, which is not done", async () => {
    const unexpected = () => expect.unreachable("was run");
    await expect(run(unexpected, [vm], "operator")).rejects.toEqual(refused("forbidden"));
    await expect(run(unexpected, [vm], "public")).rejects.toEqual(refused("unauthorised"));
    expect(lines).toMatchObject([
      { outcome: "refused", who: "ada" },
      { outcome: "refused", who: null },
    ]);
  });

  test("of a conflict, of another failure, and of a crash", async () => {
    const failures = [
      new AppError("conflict", { userMessage: "It is on." }),
      new AppError("host-refused", { userMessage: "No room." }),
      new TypeError("cannot read x of undefined"),
    ];
    for (const failure of failures) {
      await expect(
        run(() => {
          throw failure;
        }),
      ).rejects.toBe(failure);
    }
    expect(lines).toMatchObject([
      { outcome: "conflict", problem: "It is on." },
      { outcome: "failed", problem: "No room." },
      { outcome: "crashed" },
    ]);
  });
});

describe("what a job has in hand", () => {
  beforeEach(() => {
    switches.faults.set("run a", forever);
    jobs.start(specOf(["a"], { title: "Attach a card", subjects: [vmId, "disks/one"] }));
  });

  test("nobody else changes, and is told by which job", async () => {
    await expect(run(() => expect.unreachable("was run"))).rejects.toThrow(
      /“Attach a card” is still running/,
    );
    expect(lines).toMatchObject([{ outcome: "conflict" }]);
  });

  test("is told apart by host: another may have a VM of the same UUID", async () => {
    expect(await run(() => "done", [{ ...vm, hostId: "other" }])).toBe("done");
    await expect(run(() => "done", [{ ...vm, vmId: vmId.toUpperCase() }])).rejects.toThrow(/still running/);
  });

  test("holds up its pool, and no other volume there", async () => {
    const volume = { kind: "volume", hostId: "local", pool: "disks" } as const;
    await expect(run(() => "done", [{ ...volume, volume: "one" }])).rejects.toThrow(/still running/);
    await expect(run(() => "done", [{ kind: "pool", hostId: "local", pool: "disks" }])).rejects.toThrow(
      /still running/,
    );
    expect(await run(() => "done", [{ ...volume, volume: "one-more" }])).toBe("done");
    expect(await run(() => "done", [{ kind: "pool", hostId: "local", pool: "disk" }])).toBe("done");
  });

  test("may be looked at, and other VMs go on", async () => {
    const look = { ...actOf(() => "seen"), inHand: nothing };
    expect(await runAct(look, requestOf("admin"), null)).toBe("seen");
    const another = "0d6a5e1c-0000-4000-8000-000000000001";
    expect(await run(() => "done", [{ ...vm, vmId: another }])).toBe("done");
  });
});

describe("two acts on the same thing", () => {
  test("come one after the other, in the order in which they were asked for", async () => {
    const { passed, open } = gate();
    const order: string[] = [];
    const first = run(async () => {
      await passed;
      order.push("first");
    });
    const second = run(() => void order.push("second"));
    const elsewhere = run(() => void order.push("elsewhere"), [{ ...vm, hostId: "other" }]);
    await elsewhere;
    open();
    await Promise.all([first, second]);
    expect(order).toEqual(["elsewhere", "first", "second"]);
  });

  test("go on after one that failed", async () => {
    const first = run(() => Promise.reject(new Error("no")));
    const second = run(() => "done");
    await expect(first).rejects.toThrow("no");
    expect(await second).toBe("done");
  });

  test("keep a job from beginning, which may once they have ended", async () => {
    const { passed, open } = gate();
    const renaming = run(() => passed);
    const start = () => jobs.start(specOf(["b"], { subjects: [vmId] }));
    expect(start).toThrow(/“Rename a VM” is being done/);
    open();
    await renaming;
    expect((await jobs.ended(start().id)).state).toBe("done");
  });
});
