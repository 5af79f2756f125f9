import { expect, test } from "vitest";
import { sideBySide } from "./side-by-side.mjs";

/** Work that ends when it is told to, and what has begun so far. */
function scene() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = ({ name }: { name: string }) => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(`${name} did`)));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    // Whoever waits for it is told within some turns of the microtasks.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, run, end };
}

test("starts as much at once as there are processors for, in order", async () => {
  const { begun, run, end } = scene();
  const results = sideBySide([{ name: "a" }, { name: "b" }, { name: "c" }], 2, run);
  expect(begun).toEqual(["a", "b"]);
  await end("b");
  expect(begun).toEqual(["a", "b", "c"]);
  await end("a");
  await end("c");
  expect(await results).toEqual(["a did", "b did", "c did"]);
});

test("what keeps two processors busy waits for both, and others go before it", async () => {
  const { begun, run, end } = scene();
  const results = sideBySide([{ name: "a" }, { name: "wide", processors: 2 }, { name: "b" }], 2, run);
  expect(begun).toEqual(["a", "b"]);
  await end("a");
  expect(begun).toEqual(["a", "b"]);
  await end("b");
  expect(begun).toEqual(["a", "b", "wide"]);
  await end("wide");
  await results;
});

test("what needs something waits for that, and meanwhile others start", async () => {
  const { begun, run, end } = scene();
  const all = [{ name: "build" }, { name: "browser", needs: ["build"] }, { name: "unit" }];
  const results = sideBySide(all, 2, run);
  expect(begun).toEqual(["build", "unit"]);
  await end("unit");
  expect(begun).toEqual(["build", "unit"]);
  await end("build");
  expect(begun).toEqual(["build", "unit", "browser"]);
  await end("browser");
  expect(await results).toEqual(["build did", "browser did", "unit did"]);
});

test.each([[{ name: "browser", needs: ["built"] }], [{ name: "wide", processors: 3 }]])(
  "says what can never start: %o",
  async (one) => {
    await expect(sideBySide([one], 2, async () => null)).rejects.toThrow(`never to start: ${one.name}`);
  },
);
