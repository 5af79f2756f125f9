import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noQuota, type Quota, type Reservation, type Taken, type Use } from "../../access/quota.schema";
import { resources } from "../../access/quota-words.schema";
import type { Subject } from "../../access/share.schema";
import { beyond, larger, nothingTaken, overLimit, sum } from "./amounts";
import type { Demand } from "./demand";
import { QuotaBook } from "./quota-book";

const ada: Subject = { kind: "user", id: "0d6a5e1c-0000-4000-8000-00000000000a" };
const team: Subject = { kind: "group", id: "0d6a5e1c-0000-4000-8000-00000000000b" };
const hostId = "a";
const vm = (number: number) => ({ hostId, vmId: `0d6a5e1c-0000-4000-8000-0000000000${10 + number}` });
const of = (part: Partial<Taken>): Taken => ({ ...nothingTaken, ...part });

const taken: fc.Arbitrary<Taken> = fc.record({
  vms: fc.nat(3),
  vcpus: fc.nat(8),
  memoryBytes: fc.nat(2 ** 31),
  diskBytes: fc.nat(2 ** 31),
  cards: fc.nat(2),
  unsized: fc.constant([]),
});
const quota: fc.Arbitrary<Quota> = fc.record({
  vms: fc.option(fc.nat(6)),
  vcpus: fc.option(fc.nat(16)),
  memoryBytes: fc.option(fc.nat(2 ** 32)),
  diskBytes: fc.option(fc.nat(2 ** 32)),
  cards: fc.option(fc.nat(4)),
});

/** VMs as libvirt has them, whose they are, and jobs under way; all of it made up. */
class World {
  readonly vms = new Map<string, Taken>();
  readonly owners = new Map<string, Subject[]>();
  readonly limits = new Map<Subject, Quota>();
  readonly jobs = new Set<Reservation>();
  readonly book = new QuotaBook({
    vms: {
      taken: async ({ vmId }) => {
        await Promise.resolve();
        return this.vms.get(vmId) ?? nothingTaken;
      },
      needed: async (demand) => {
        if (demand.kind === "disk")
          return { vm: demand.vm, owners: [], more: of({ diskBytes: demand.bytes }) };
        if (demand.kind === "owner") return { vm: demand.vm, owners: [demand.owner], more: nothingTaken };
        return { vm: demand.vm, owners: demand.owners, more: JSON.parse(demand.after) };
      },
    },
    shares: {
      ownersOf: ({ vmId }) => this.owners.get(vmId) ?? [],
      ownedBy: ({ id }) =>
        [...this.owners].flatMap(([vmId, owners]) =>
          owners.some((one) => one.id === id) ? { hostId, vmId } : [],
        ),
      nameOf: ({ kind }) => (kind === "user" ? "ada" : "team"),
    },
    quotas: { of: ({ id }) => [...this.limits].find(([one]) => one.id === id)?.[1] ?? noQuota },
    jobs: { reserved: () => [...this.jobs] },
  });

  /** Begins the job that makes a VM. */
  async create(number: number, more: Taken, owner: Subject = ada): Promise<Reservation> {
    return this.book.during([creation(number, more, owner)], ([reserved]) => {
      if (reserved === undefined) throw new Error("nothing was reserved");
      this.jobs.add(reserved);
      return reserved;
    });
  }

  /** Ends the job; libvirt has the VM by then where it went well. */
  end(job: Reservation, well: boolean): void {
    if (well) {
      this.vms.set(job.vmId, job.taken);
      this.owners.set(job.vmId, job.owners);
    }
    this.jobs.delete(job);
  }
}

function creation(number: number, more: Taken, owner: Subject): Demand {
  const [name, after] = [`vm-${number}`, JSON.stringify(more)];
  return { kind: "definition", vm: vm(number), name, owners: [owner], before: null, after, volumes: [] };
}

const within = (limits: Quota, used: Use) =>
  resources.every((resource) => limits[resource] === null || used[resource] <= limits[resource]);

describe("amounts", () => {
  test("what is beyond, added to what was, is the larger of both", () => {
    fc.assert(
      fc.property(taken, taken, (before, after) => {
        expect(sum(before, beyond(before, after))).toEqual(larger(before, after));
      }),
    );
  });

  test("a quota is over where more is asked for and all together is beyond it, and nowhere else", () => {
    fc.assert(
      fc.property(quota, taken, taken, (limits, used, more) => {
        const over = overLimit(limits, used, more);
        for (const resource of resources) {
          const limit = limits[resource];
          const isOver = limit !== null && more[resource] > 0 && used[resource] + more[resource] > limit;
          expect(over.includes(resource)).toBe(isOver);
        }
      }),
    );
  });
});

test("whatever is asked for at once, and however jobs end, nobody has more than their quota, and what fits is not refused", async () => {
  const wish = fc.record({ more: taken, well: fc.boolean(), mine: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      quota,
      quota,
      fc.array(fc.array(wish, { maxLength: 4 }), { maxLength: 4 }),
      async (ofAda, ofTeam, rounds) => {
        const world = new World();
        world.limits.set(ada, ofAda).set(team, ofTeam);
        let number = 0;
        for (const round of rounds) {
          const begun = await Promise.allSettled(
            round.map(({ more, mine }) => world.create(number++, { ...more, vms: 1 }, mine ? ada : team)),
          );
          for (const [index, one] of begun.entries()) {
            const { used: adas } = await world.book.usage(ada);
            const { used: teams } = await world.book.usage(team);
            expect(within(ofAda, adas) && within(ofTeam, teams)).toBe(true);
            const { more, well, mine } = round[index] ?? expect.unreachable();
            if (one.status === "fulfilled") world.end(one.value, well);
            else if (round.length === 1) {
              const [limits, used] = mine ? [ofAda, adas] : [ofTeam, teams];
              expect(overLimit(limits, used, { ...more, vms: 1 })).not.toEqual([]);
            }
          }
        }
      },
    ),
  );
});

describe("the book", () => {
  test("of two at once that fit one by one, one passes, and the other is told which limit it is over", async () => {
    const world = new World();
    world.limits.set(ada, { ...noQuota, vcpus: 4, memoryBytes: 8 * 2 ** 30 });
    const each = of({ vms: 1, vcpus: 3, memoryBytes: 2 ** 30 });
    const [one, other] = await Promise.allSettled([world.create(1, each), world.create(2, each)]);
    expect(one.status).toBe("fulfilled");
    expect(other).toMatchObject({
      status: "rejected",
      reason: {
        code: "conflict",
        userMessage:
          "This is more than the quota of the user ada allows. vCPUs: the limit is 4, 3 used, and this takes 3. Delete what is not needed, ask for less, or have an administrator raise the quota on People.",
      },
    });
  });

  test("a job that failed leaves what it had reserved to the next one", async () => {
    const world = new World();
    world.limits.set(ada, { ...noQuota, vms: 1 });
    world.end(await world.create(1, of({ vms: 1 })), false);
    world.end(await world.create(2, of({ vms: 1 })), true);
    await expect(world.create(3, of({ vms: 1 }))).rejects.toThrow("VMs: the limit is 1, 1 used");
  });

  test("a job is counted once while libvirt has its VM already, and its changes on top of each other", async () => {
    const world = new World();
    world.limits.set(ada, { ...noQuota, diskBytes: 100 });
    const making = await world.create(1, of({ vms: 1, diskBytes: 40 }));
    world.vms.set(making.vmId, making.taken);
    world.owners.set(making.vmId, [ada]);
    expect((await world.book.usage(ada)).used.diskBytes).toBe(40);
    world.end(making, true);
    const grow = (bytes: number) =>
      world.book.during([{ kind: "disk", vm: vm(1), bytes }], ([reserved]) => {
        if (reserved !== undefined) world.jobs.add(reserved);
      });
    await grow(30);
    await grow(20);
    expect((await world.book.usage(ada)).used.diskBytes).toBe(90);
    await expect(grow(20)).rejects.toThrow(
      "Disk: the limit is 100 bytes, 90 bytes used, and this takes 20 bytes",
    );
  });

  test("a VM that is handed over counts whole for whom it is given to, and for whose it was", async () => {
    const world = new World();
    world.limits.set(team, { ...noQuota, vcpus: 2 });
    world.vms.set(vm(1).vmId, of({ vms: 1, vcpus: 3 }));
    world.owners.set(vm(1).vmId, [ada]);
    const hand = { kind: "owner", vm: vm(1), owner: team } as const;
    await expect(world.book.during([hand], () => undefined)).rejects.toThrow(
      "the quota of the group team allows. vCPUs: the limit is 2, 0 used, and this takes 3",
    );
    world.owners.set(vm(1).vmId, [ada, team]);
    // Whose it is already gets nothing by it.
    await world.book.during([hand], () => undefined);
  });

  test("what is beyond the quota already may stay, and only what would grow is refused", async () => {
    const world = new World();
    world.vms.set(vm(1).vmId, of({ vms: 1, vcpus: 8, diskBytes: 10 }));
    world.owners.set(vm(1).vmId, [ada]);
    world.limits.set(ada, { ...noQuota, vcpus: 4, diskBytes: 100 });
    const { lines, refusal } = await world.book.look([{ kind: "disk", vm: vm(1), bytes: 10 }]);
    expect([lines, refusal]).toEqual([["ada: 10 bytes of 100 bytes disk used; this takes 10 bytes"], null]);
    await expect(world.create(2, of({ vms: 1, vcpus: 1 }))).rejects.toThrow("vCPUs: the limit is 4, 8 used");
  });

  test("where nobody can tell how large a disk is, more disk is refused, and nothing else", async () => {
    const world = new World();
    world.vms.set(vm(1).vmId, of({ vms: 1, unsized: ["vda of web-1"] }));
    world.owners.set(vm(1).vmId, [ada]);
    world.limits.set(ada, { ...noQuota, vcpus: 4, diskBytes: 100 });
    expect((await world.book.usage(ada)).unknown).toContain("vda of web-1");
    await expect(world.create(2, of({ vms: 1, diskBytes: 1 }))).rejects.toThrow(
      "The quota of the user ada can't be checked. Nobody can tell how large these disks are: vda of web-1.",
    );
    await world.create(3, of({ vms: 1, vcpus: 4 }));
  });

  test("what is nobody's is not looked at", async () => {
    const world = new World();
    const demand = { kind: "disk", vm: vm(9), bytes: 1 } as const;
    expect(await world.book.look([demand])).toEqual({ lines: [], refusal: null, reserved: [] });
    expect(await world.book.during([demand], (reserved) => reserved)).toEqual([]);
  });
});
