import { expect, test } from "vitest";
import { Inventory } from "../../fleet/inventory";
import type { JobMessage } from "../../job/job.schema";
import { adminRequest } from "../../work/admin-request.test-data";
import { EventIds } from "./event-id";
import { eventsFor } from "./event-stream";
import { RecentEvents } from "./recent-events";

/** What happens to an inventory without hosts and to no jobs, of which three events are kept. */
function world() {
  const inventory = new Inventory();
  const tellers = new Set<(message: JobMessage) => void>();
  const jobs = {
    watch(listener: (message: JobMessage) => void) {
      listener({ kind: "snapshot", jobs: [] });
      tellers.add(listener);
      return () => void tellers.delete(listener);
    },
  };
  const fleet = { watch: inventory.watch.bind(inventory), vmSummaries: () => [] };
  const recentEvents = new RecentEvents({ fleet, jobs, kept: 3 });
  const request = adminRequest({ fleet, jobs } as never);
  const happen = () => {
    for (const tell of tellers) tell({ kind: "snapshot", jobs: [] });
  };
  /** All that is told at once to who connects. */
  const told = async (lastEventId: string | null) => {
    const end = new AbortController();
    const texts: string[] = [];
    for await (const text of eventsFor({ ...request, signal: end.signal, recentEvents, lastEventId })) {
      if (text.startsWith(":")) break;
      texts.push(text);
    }
    end.abort();
    return texts;
  };
  const idOf = (number: number) => new EventIds(recentEvents.process, request).write(number);
  return { happen, told, idOf };
}

const names = (texts: string[]) => texts.map((text) => /^event: (.*)$/m.exec(text)?.[1]);

test("who missed more than is kept is told to read anew, and gets all", async () => {
  const { happen, told, idOf } = world();
  for (let count = 0; count < 4; count += 1) happen();
  const texts = await told(idOf(0));
  expect(names(texts)).toEqual(["reset", "snapshot", "jobs"]);
  expect(texts[0]).toBe('event: reset\ndata: {"reason":"too-old"}\n\n');
  expect(texts[1]).not.toContain("id:");
  expect(texts[2]).toContain(`id: ${idOf(4)}\n`);
});

test("who missed no more than that is told each, with its id", async () => {
  const { happen, told, idOf } = world();
  for (let count = 0; count < 4; count += 1) happen();
  const texts = await told(idOf(1));
  expect(names(texts)).toEqual(["jobs", "jobs", "jobs"]);
  expect(texts.map((text) => /^id: (.*)$/m.exec(text)?.[1])).toEqual([idOf(2), idOf(3), idOf(4)]);
  expect(await told(idOf(4))).toEqual([]);
});

test("who was never here is told all without a reset", async () => {
  const { told } = world();
  expect(names(await told(null))).toEqual(["snapshot", "jobs"]);
});
