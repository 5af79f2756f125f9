import { expect, test } from "vitest";
import { PendingActions } from "./pending-actions";

test("says what is under way, of those VMs only, until it ends", async () => {
  const pending = new PendingActions();
  let finish: (value: string) => void = () => {};
  const work = pending.during(
    ["a", "b"],
    "Starting…",
    () =>
      new Promise<string>((resolve) => {
        finish = resolve;
      }),
  );
  expect([pending.of("a"), pending.of("b"), pending.of("c")]).toEqual(["Starting…", "Starting…", null]);
  finish("done");
  expect(await work).toBe("done");
  expect(pending.of("a")).toBeNull();
});

test("a failure ends it as well, and is passed on", async () => {
  const pending = new PendingActions();
  const told: (string | null)[] = [];
  pending.on("a", () => told.push(pending.of("a")));
  await expect(pending.during(["a"], "Saving…", () => Promise.reject(new Error("no room")))).rejects.toThrow(
    "no room",
  );
  expect(told).toEqual(["Saving…", null]);
});
