import { expect, test } from "vitest";
import type { FleetMessage } from "../../fleet/schema";
import type { Job, JobMessage } from "../../job/job.schema";
import { RecentEvents } from "./recent-events";

/** Sources of events in place of a fleet and its jobs; each tells first how things are. */
function world(kept?: number) {
  const listeners = {
    fleet: new Set<(message: FleetMessage) => void>(),
    jobs: new Set<(message: JobMessage) => void>(),
  };
  const fleet = {
    watch(listener: (message: FleetMessage) => void) {
      listener({ type: "snapshot", sequence: 0, hosts: [], vms: [] });
      listeners.fleet.add(listener);
      return () => void listeners.fleet.delete(listener);
    },
  };
  const jobs = {
    watch(listener: (message: JobMessage) => void) {
      listener({ kind: "snapshot", jobs: [] });
      listeners.jobs.add(listener);
      return () => void listeners.jobs.delete(listener);
    },
  };
  const recent = new RecentEvents({ fleet, jobs, ...(kept === undefined ? {} : { kept }) });
  const delta = () => {
    for (const listener of listeners.fleet)
      listener({ type: "delta", sequence: 1, hosts: [], vms: [], removedHosts: [], removed: [] });
  };
  const forgotten = () => {
    for (const listener of listeners.jobs) listener({ kind: "snapshot", jobs: [] });
  };
  const progress = (id: string) => {
    for (const listener of listeners.jobs) listener({ kind: "job", job: { id } as Job });
  };
  return { recent, delta, forgotten, progress, listeners };
}

test("what happens is numbered, and what came after an event is known; how things were at first is none", () => {
  const { recent, delta, forgotten } = world();
  expect([recent.last, recent.since(0)]).toEqual([0, []]);
  delta();
  forgotten();
  delta();
  expect(recent.since(1)?.map(({ number, what }) => [number, what.kind])).toEqual([
    [2, "jobs"],
    [3, "fleet"],
  ]);
  expect([recent.since(3), recent.since(4)]).toEqual([[], null]);
});

test("of many the latest are kept, and who missed more is not told a part of it", () => {
  const { recent, delta } = world(3);
  for (let count = 0; count < 10; count += 1) delta();
  expect(recent.last).toBe(10);
  expect(recent.since(6)).toBeNull();
  expect(recent.since(7)?.map(({ number }) => number)).toEqual([8, 9, 10]);
});

test("of a job the latest is kept alone, and takes no place from what else happens", () => {
  const { recent, delta, progress } = world(3);
  progress("a");
  delta();
  for (let count = 0; count < 10; count += 1) progress("a");
  progress("b");
  expect(recent.since(0)?.map(({ number }) => number)).toEqual([2, 12, 13]);
  expect(recent.since(5)?.map(({ number }) => number)).toEqual([12, 13]);
  delta();
  expect([recent.since(1), recent.since(2)?.length]).toEqual([null, 3]);
});

test("who follows is told until they leave, and nobody listens after the end", () => {
  const { recent, delta, listeners } = world();
  const heard: number[] = [];
  const leave = recent.follow(({ number }) => heard.push(number));
  delta();
  leave();
  delta();
  expect(heard).toEqual([1]);
  recent.stop();
  expect([listeners.fleet.size, listeners.jobs.size]).toEqual([0, 0]);
});

test("each process is told apart", () => {
  expect(world().recent.process).not.toBe(world().recent.process);
});
