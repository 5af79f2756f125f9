import pino from "pino";
import { expect, test } from "vitest";
import { AppError } from "../errors";
import { ResourceWatch } from "./resource-watch";

const log = pino({ level: "silent" });
/** All that is waiting for a promise has gone on after this. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("reads only while someone looks, and tells everybody", async () => {
  let reads = 0;
  const watch = new ResourceWatch(async () => ++reads, log);
  watch.refresh();
  expect(reads).toBe(0);
  const [first, second]: [number[], number[]] = [[], []];
  const stop = watch.watch((value) => first.push(value));
  await settled();
  const stopSecond = watch.watch((value) => second.push(value));
  expect(second).toEqual([1]);
  watch.refresh();
  await settled();
  expect([first, second]).toEqual([
    [1, 2],
    [1, 2],
  ]);
  stop();
  stopSecond();
  watch.refresh();
  await settled();
  expect(reads).toBe(2);
});

test("changes while reading are read once more, not once each", async () => {
  let finish: (() => void) | undefined;
  let reads = 0;
  const watch = new ResourceWatch(() => {
    reads += 1;
    return new Promise<number>((resolve) => {
      finish = () => resolve(reads);
    });
  }, log);
  const seen: number[] = [];
  watch.watch((value) => seen.push(value));
  for (let times = 0; times < 5; times += 1) watch.refresh();
  finish?.();
  await settled();
  finish?.();
  await settled();
  expect([reads, seen]).toEqual([2, [1, 2]]);
});

test("without a host the last word stands, until it is back", async () => {
  let reachable = true;
  const watch = new ResourceWatch(async () => {
    if (!reachable) throw new AppError("host-unreachable", { userMessage: "gone" });
    return "there";
  }, log);
  const seen: string[] = [];
  watch.watch((value) => seen.push(value));
  await settled();
  reachable = false;
  watch.refresh();
  await settled();
  reachable = true;
  watch.refresh();
  await settled();
  expect(seen).toEqual(["there", "there"]);
});
