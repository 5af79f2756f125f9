import { expect, test } from "vitest";
import { rendered } from "./rendered.test-data";
import { useAction } from "./use-action";

interface Pending {
  input: string;
  resolve(): void;
  reject(error: Error): void;
}

function Rename({ calls, done }: { calls: Pending[]; done(input: string): void }) {
  const rename = useAction(
    {
      mutationFn: (input: string) =>
        new Promise<void>((resolve, reject) => void calls.push({ input, resolve, reject })),
    },
    (_answer, input) => done(input),
  );
  return (
    <>
      <button type="button" onClick={() => rename.run("web-02")}>
        Rename
      </button>
      {rename.busy ? "busy" : "idle"} {rename.problem}
    </>
  );
}

test("is busy, and done", async () => {
  const [calls, done]: [Pending[], string[]] = [[], []];
  const page = await rendered(<Rename calls={calls} done={(input) => done.push(input)} />);
  await page.press("Rename");
  expect(page.text()).toBe("Rename busy");
  await page.after(() => calls[0]?.resolve());
  expect(page.text()).toBe("Rename idle");
  expect(done).toEqual(["web-02"]);
});

test("asks once, however often it is pressed meanwhile", async () => {
  const calls: Pending[] = [];
  const page = await rendered(<Rename calls={calls} done={() => undefined} />);
  await page.press("Rename");
  await page.press("Rename");
  expect(calls).toHaveLength(1);
});

test("says why it failed until it is tried again", async () => {
  const [calls, done]: [Pending[], string[]] = [[], []];
  const page = await rendered(<Rename calls={calls} done={(input) => done.push(input)} />);
  await page.press("Rename");
  await page.after(() => calls[0]?.reject(new Error("The name is taken.")));
  expect(page.text()).toBe("Rename idle The name is taken.");
  await page.press("Rename");
  expect(page.text()).toBe("Rename busy");
  expect(done).toEqual([]);
});
