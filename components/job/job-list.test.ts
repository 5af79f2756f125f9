import { expect, test } from "vitest";
import type { JobMessage } from "@/server/job/job.schema";
import { aJob } from "./job.test-data";
import { withMessage } from "./job-list";

const [first, second] = [aJob({ title: "first", startedAt: 1 }), aJob({ title: "second", startedAt: 2 })];

/** What is known after some messages. */
function known(...messages: JobMessage[]): string[] {
  const [one, ...others] = messages;
  if (one === undefined) return [];
  const jobs = others.reduce(withMessage, withMessage(undefined, one));
  return jobs.map(({ title, state }) => `${title} ${state}`);
}

test("a snapshot is all there is, the latest first", () => {
  const forgotten = aJob({ title: "forgotten" });
  expect(known({ kind: "job", job: forgotten }, { kind: "snapshot", jobs: [first, second] })).toEqual([
    "second running",
    "first running",
  ]);
});

test("a job that changed takes the place of what it was; one that is new is added", () => {
  const messages: JobMessage[] = [
    { kind: "snapshot", jobs: [first] },
    { kind: "job", job: second },
    { kind: "job", job: { ...first, state: "done" } },
  ];
  expect(known(...messages)).toEqual(["second running", "first done"]);
});
