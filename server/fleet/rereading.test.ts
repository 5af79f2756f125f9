import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Rereading } from "./rereading";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Readings that end when the test says so. */
function world() {
  const readings: { resolve(): void; reject(error: Error): void }[] = [];
  const failures: unknown[] = [];
  const rereading = new Rereading(
    () => new Promise<void>((resolve, reject) => readings.push({ resolve, reject })),
    (error) => failures.push(error),
  );
  const end = async (index: number, error?: Error) => {
    if (error === undefined) readings[index]?.resolve();
    else readings[index]?.reject(error);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { readings, failures, rereading, end };
}

test("what is asked for during a reading is one reading more, not two at a time", async () => {
  const { readings, rereading, end } = world();
  for (let time = 0; time < 3; time += 1) rereading.request();
  expect(readings).toHaveLength(1);
  await end(0);
  expect(readings).toHaveLength(2);
  await end(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(readings).toHaveLength(2);
});

test("a reading that failed is made again, though nobody tells of a change", async () => {
  const { readings, failures, rereading, end } = world();
  rereading.request();
  const error = new Error("libvirt did not answer");
  await end(0, error);
  expect(failures).toEqual([error]);
  expect(readings).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(readings).toHaveLength(2);
  await end(1, error);
  rereading.request();
  expect(readings).toHaveLength(3);
  await end(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(readings).toHaveLength(3);
});

test("nothing is read after the end, and its failure is nobody's", async () => {
  const { readings, failures, rereading, end } = world();
  rereading.request();
  rereading.end();
  await end(0, new Error("the connection is closed"));
  rereading.request();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(readings).toHaveLength(1);
  expect(failures).toEqual([]);
});
