import { describe, expect, test, vi } from "vitest";
import { aJob } from "./job.test-data";
import { JobStore } from "./job-store";

const [first, second] = [aJob({ title: "first", startedAt: 1 }), aJob({ title: "second", startedAt: 2 })];
const titles = (store: JobStore) => store.all().map(({ title, state }) => `${title} ${state}`);

describe("JobStore", () => {
  test("takes a snapshot for all there is, the latest first", () => {
    const store = new JobStore();
    store.apply({ kind: "job", job: aJob({ title: "forgotten" }) });
    store.apply({ kind: "snapshot", jobs: [first, second] });
    expect(titles(store)).toEqual(["second running", "first running"]);
  });

  test("replaces the job that changed, adds one that is new, and tells", () => {
    const store = new JobStore();
    const heard = vi.fn();
    store.changes.add(heard);
    store.apply({ kind: "snapshot", jobs: [first] });
    store.apply({ kind: "job", job: second });
    store.apply({ kind: "job", job: { ...first, state: "done" } });
    expect(titles(store)).toEqual(["second running", "first done"]);
    expect(heard).toHaveBeenCalledTimes(3);
  });
});
