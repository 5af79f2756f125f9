import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rendered } from "@/components/data/rendered.test-data";
import { RestartNotice } from "./restart-notice";
import { useRestart } from "./use-restart";

/** What the server tells of the host's start; an error while it is away. */
const server = vi.hoisted(() => ({ answer: (): unknown => ({ bootId: "one", changes: [] }) }));
vi.mock("@/components/data/api", () => ({
  api: {
    prepare: {
      state: {
        queryOptions: (input: unknown) => ({
          queryKey: ["prepare.state", input],
          queryFn: async () => server.answer(),
          enabled: typeof input === "object",
        }),
      },
    },
  },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function Page() {
  const restart = useRestart();
  return (
    <>
      <button type="button" onClick={() => restart.begin("local", "one")}>
        Restart
      </button>
      <RestartNotice state={restart.state} latest={restart.latest} />
    </>
  );
}

test("waits while the host is as before and while it is away, and goes on by itself", async () => {
  const client = new QueryClient();
  const page = await rendered(<Page />, client);
  const pass = () => page.after(() => vi.advanceTimersByTimeAsync(3_000));
  expect(page.text()).toBe("Restart");
  await page.press("Restart");
  await pass();
  expect(page.text()).toContain("This page waits");
  server.answer = () => {
    throw new Error("away");
  };
  await pass();
  await pass();
  expect(page.text()).toContain("This page waits");
  expect(page.text()).not.toContain("takes long");
  await page.after(() => vi.advanceTimersByTimeAsync(11 * 60_000));
  expect(page.text()).toContain("It takes long by now.");
  server.answer = () => ({ bootId: "two", changes: [{ state: "verified" }] });
  await pass();
  expect(page.text()).toContain("The host is there again, and started as planned.");
  client.clear();
});

test.each([
  ["applying", "Passdeck keeps it by itself"],
  ["tried", "Passdeck keeps it by itself"],
  ["incomplete", "says what is missing"],
  ["undone", "The host is there again."],
] as const)("says what the restart came to where the latest change is %s", async (latest, words) => {
  const page = await rendered(<RestartNotice state="returned" latest={latest} />, new QueryClient());
  expect(page.text()).toContain(words);
});
