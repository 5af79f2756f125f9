import { expect, test } from "vitest";
import { gate } from "../../job/test-world.test-data";
import { Turns } from "./turns";

test("does what bears one name in turn, after failures too, and other names at once", async () => {
  const turns = new Turns();
  const [first, done] = [gate(), [] as string[]];
  const slow = turns.take("a", async () => {
    await first.passed;
    done.push("a1");
    throw new Error("no");
  });
  const next = turns.take("a", async () => done.push("a2"));
  await turns.take("b", async () => done.push("b"));
  expect(done).toEqual(["b"]);
  first.open();
  await expect(slow).rejects.toThrow("no");
  await next;
  expect(done).toEqual(["b", "a1", "a2"]);
});
