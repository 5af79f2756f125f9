import { expect, test } from "vitest";
import { aVm } from "@/components/fleet/sample.test-data";
import type { Who } from "../access/can";
import { keyOf } from "../access/object.schema";
import { onVm } from "../access/objects-of";
import type { Job } from "../job/job.schema";
import { seenJob, veiled, veilFor } from "./veil";

const own = aVm({ hostId: "a", id: "0d6a5e1c-0000-4000-8000-000000000001", name: "web-1" });
const others = aVm({ hostId: "a", id: "0d6a5e1c-0000-4000-8000-000000000002", name: "web" });
const third = aVm({ hostId: "a", id: "0d6a5e1c-0000-4000-8000-000000000003", name: "c++ (old)" });
const fleet = { vmSummaries: () => [own, others, third] };
const member: Who = {
  level: "member",
  user: { id: "1", name: "ada", level: "member" },
  shared: new Map([[keyOf(onVm({ hostId: "a", vmId: own.id })), "owner"]]),
};
const viewer: Who = { level: "viewer", user: { id: "2", name: "bob", level: "viewer" } };

const text = "web-1: disk.img is in use by web. c++ (old), “web” and web.example have it too.";

test("names of VMs that one may not see are taken out of texts, and no parts of other words", () => {
  expect(veilFor(member, fleet)(text)).toBe(
    "web-1: disk.img is in use by another VM. another VM, “another VM” and web.example have it too.",
  );
  expect(veiled(member, fleet, { list: [{ text: "web", count: 1, none: null }] })).toEqual({
    list: [{ text: "another VM", count: 1, none: null }],
  });
  expect(veilFor(viewer, fleet)(text)).toBe(text);
});

test("a name that one of their own VMs has as well stays", () => {
  const namesake = aVm({ hostId: "b", id: others.id, name: own.name });
  expect(veilFor(member, { vmSummaries: () => [own, namesake] })("web-1 is on")).toBe("web-1 is on");
});

function jobOf(parts: Partial<Job>): Job {
  return {
    id: "0d6a5e1c-0000-4000-8000-0000000000aa",
    hostId: "a",
    title: "Start web-1",
    kind: "vm-action",
    subjects: [own.id, "0000:01:00.0"],
    startedBy: "root",
    startedAt: 1,
    endedAt: null,
    state: "running",
    steps: [],
    problem: "web has the card",
    cancellable: true,
    independent: false,
    report: null,
    ...parts,
  };
}

test("a job is seen by who sees all VMs that it is about", () => {
  expect(seenJob(member, fleet, jobOf({}))).toEqual(jobOf({ problem: "another VM has the card" }));
  expect(seenJob(viewer, fleet, jobOf({}))).toEqual(jobOf({}));
  for (const hidden of [
    jobOf({ subjects: [others.id] }),
    jobOf({ subjects: [own.id, others.id] }),
    jobOf({ hostId: "b" }),
    jobOf({ kind: "create-vm" }),
    jobOf({ kind: "reserve", subjects: ["0000:01:00.0"] }),
    jobOf({ kind: "stop-network", subjects: [own.id] }),
    jobOf({ kind: "delete-vm", subjects: [others.id] }),
  ])
    expect([hidden, seenJob(member, fleet, hidden)]).toEqual([hidden, null]);
});

test("who has deleted a VM sees how that ends", () => {
  const deletion = jobOf({ kind: "delete-vm", subjects: [others.id], startedBy: "ada" });
  expect(seenJob(member, fleet, deletion)).toBe(deletion);
});

test("who makes a VM sees how that goes before it is theirs, and nobody else of their kind does", () => {
  const creation = jobOf({
    kind: "create-vm",
    subjects: [third.id],
    startedBy: "ada",
    title: "Create the VM",
  });
  expect(seenJob(member, fleet, creation)).toEqual({ ...creation, problem: "another VM has the card" });
  expect(seenJob(member, fleet, { ...creation, startedBy: "bob" })).toBeNull();
});
