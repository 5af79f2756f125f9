import { onTestFinished } from "vitest";
import { hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { AccessChanges } from "../../access/access-changes";
import { People } from "../../access/people";
import { PersonSight } from "../../access/person-sight";
import type { Role } from "../../access/role";
import { Shares } from "../../access/shares";
import type { Database } from "../../database/open-database";
import { users } from "../../database/tables/people";
import { testDatabaseIn } from "../../database/testing/test-database";
import { able } from "../../host/ability";
import { temporaryFolder, treeOfEntries } from "../../host/tree.test-data";
import { Jobs } from "../../job/jobs";
import { createLog } from "../../log";
import type { Occurrence } from "../../notify/occurrence.schema";
import { descriptionOf } from "../../pci/layouts/layout-tree.test-data";
import type { NamedDevice } from "../../pci/named/named-device.schema";
import { readHostReport } from "../../pci/read-host-report";
import type { Act } from "../act";
import type { ActRequest } from "../act-context";
import { adminRequest } from "../admin-request.test-data";
import { shownHostReports } from "../host-report/current-host-report";
import { NamedDevices } from "../named/named-devices";
import { runAct } from "../run-act";
import type { Services } from "../services";
import { beginOnVm } from "../vm/act-on-vms";
import { FailedStarts } from "../vm/failed-starts";
import { vmActionKind } from "../vm/vm-action-kind";
import { BookingClock } from "./booking-clock";
import { Bookings } from "./bookings";
import { FakeFleet } from "./fake-fleet.test-data";
import { startAs } from "./start-as";

export const hostId = "local";
export const name = "any A100";
/** A Wednesday. */
export const noon = Date.UTC(2026, 11, 2, 12);
const log = createLog("silent", { write: () => undefined });

const layout = {
  name: "Two GPUs",
  cpu: "intel" as const,
  iommu: "intel" as const,
  devices: [
    "00:01.0 port 8086:2030 Root Port A | group 1 | on pcieport",
    "  01:00.0 3d 10de:20b5 GA100 [A100 PCIe 80GB] | group 2 | on nvidia",
    "00:02.0 port 8086:2031 Root Port B | group 3 | on pcieport",
    "  02:00.0 3d 10de:20b5 GA100 [A100 PCIe 80GB] | group 4 | on nvidia",
  ].join("\n"),
  expected: "",
};
export const cards = ["0000:01:00.0", "0000:02:00.0"] as const;

/** The users of these tests: an administrator, an operator, two viewers. */
const roles = {
  ada: "admin",
  otto: "operator",
  vera: "viewer",
  vito: "viewer",
  mina: "member",
} as const satisfies Record<string, Role>;
export type Person = keyof typeof roles;

/** What of Passdeck outlives its process, and the host. */
interface World {
  folder: string;
  fleet: FakeFleet;
  clock: { now: number };
  /** What was told, by its key; a key is told once. */
  told: Map<string, Occurrence>;
}

/** A Passdeck with a database of its own on a host with two cards and the VMs `one`, `two` and `three`, which ask for one. */
export async function bookingWorld() {
  const tree = await treeOfEntries(hostTreeEntries(descriptionOf(layout)));
  const fleet = new FakeFleet(hostId, able(tree));
  for (const vm of ["one", "two", "three"]) fleet.define(vm, [name]);
  const world: World = { folder: temporaryFolder(), fleet, clock: { now: noon }, told: new Map() };
  const passdeck = open(world);
  for (const [id, level] of Object.entries(roles))
    passdeck.database.query
      .insert(users)
      .values({ id, name: id, level, passwordHash: "hash", createdAt: 0 })
      .run();
  const { devices } = await readHostReport(tree);
  passdeck.services.named.add(hostId, namedOf(name, devices, cards));
  passdeck.services.bookings.setRules(
    { hostId, name },
    { longestHours: 24, daysAhead: 14, atEnd: "warn", moveTo: null },
  );
  return { ...passdeck, world };
}

export type Passdeck = ReturnType<typeof open>;

/** Passdeck's rooms over what there is, as after a start. */
export function open(world: World) {
  const { folder, fleet, clock, told } = world;
  const database: Database = testDatabaseIn(folder);
  onTestFinished(() => database.close());
  const now = () => clock.now;
  const changes = new AccessChanges();
  const room = {
    database,
    changes,
    passwords: { hash: async () => "", verify: async () => false },
    log,
    now,
  };
  const notifications = {
    tell(key: string, occurrence: Occurrence) {
      if (!told.has(key)) told.set(key, occurrence);
    },
  };
  const real = fleet.asFleet();
  const jobs = new Jobs({ database, kinds: [vmActionKind(real)], log, now });
  const people = new People(room);
  const shares = new Shares(room);
  const sight = new PersonSight(room);
  const parts = {
    fleet: real,
    jobs,
    people,
    shares,
    notifications,
    named: new NamedDevices(database),
    bookings: new Bookings({ database, now }),
    failedStarts: new FailedStarts({ database, log, fleet: real }),
    definitions: { present: async () => null, versions: { latest: () => null, all: () => [] } },
  };
  // What bookings reach of the rooms.
  const services = adminRequest(parts as unknown as Partial<Services>).services;
  const ticker = new BookingClock({
    ...services,
    changes,
    whoIs: (userId) => sight.whoIs(userId),
    readReport: shownHostReports(real, { localAddress: "127.0.0.1", remoteAddress: "127.0.0.1" }),
    startVm: (who, vm) => startAs(services, who, vm),
    changeRequest: (change) => fleet.changeRequest(change),
    log: createLog("silent"),
  });
  const as = (person: Person): ActRequest => {
    const who = sight.whoIs(person);
    if (who === null) throw new Error(`${person} can't sign in`);
    return { ...adminRequest({}), ...who, services };
  };
  const act = <Input extends Act["input"], Output extends Act["output"]>(
    person: Person,
    what: Act<Input, Output>,
    input: Parameters<Act<Input, Output>["run"]>[1],
  ) => runAct(what, as(person), input);
  /** Starts a VM as somebody, and waits until it runs. */
  const start = async (person: Person, vm: string) => {
    const { jobId } = await beginOnVm(as(person), { hostId, vmId: fleet.idOf(vm), action: "start" });
    const job = await jobs.ended(jobId);
    if (job.state !== "done") throw new Error(job.problem ?? job.state);
    return fleet.cardsOf(vm);
  };
  return { database, services, people, shares, jobs, sight, ticker, as, act, start };
}

/** A name for cards of a report. */
function namedOf(
  called: string,
  devices: Awaited<ReturnType<typeof readHostReport>>["devices"],
  addresses: readonly string[],
): NamedDevice {
  const members = devices
    .filter(({ address }) => addresses.includes(address))
    .map(({ address, vendorId, deviceId, subsystem, serialNumber, product }) => ({
      address,
      vendorId,
      deviceId,
      subsystem,
      serialNumber,
      label: product,
    }));
  return { name: called, note: "", members };
}
