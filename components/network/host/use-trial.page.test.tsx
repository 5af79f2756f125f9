import { expect, onTestFinished, test, vi } from "vitest";
import { rendered } from "@/components/data/rendered.test-data";
import { TrialNotice } from "./trial-notice";
import { useTrial } from "./use-trial";

type Told = { live: boolean; secondsLeft: number; decision: "keep" | null };

/** A host whose network is cut and comes back as the test says. Answers how often it was told to keep the new one. */
function stubHost(initial: Told) {
  const host = { trial: initial, reached: true, kept: 0 };
  vi.stubGlobal("fetch", async (address: string) => {
    if (!host.reached) throw new TypeError("Failed to fetch");
    const isKeep = new URL(address, "https://passdeck.test").pathname.endsWith("bridge.keep");
    if (isKeep) {
      host.kept += 1;
      host.trial = { ...host.trial, decision: "keep" };
    }
    const data = isKeep ? {} : { trial: host.trial, made: [] };
    return new Response(JSON.stringify({ result: { data } }), { status: 200 });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return host;
}

function Shown({ confirms }: { confirms: boolean }) {
  return <TrialNotice trial={useTrial("local", confirms)} />;
}

const patience = { timeout: 20_000 };

test("the page that began it says that the host is reached once it is again, and not before", async () => {
  const host = stubHost({ live: false, secondsLeft: 60, decision: null });
  const page = await rendered(<Shown confirms />);
  const says = (words: string) =>
    page.after(() => vi.waitFor(() => expect(page.text()).toContain(words), patience));
  await says("The host’s network is being changed… 60 s");
  host.reached = false;
  await says("Checking that this browser still reaches the host…");
  expect(host.kept).toBe(0);
  host.trial = { live: true, secondsLeft: 50, decision: null };
  host.reached = true;
  await says("the new network stays");
  expect(host.kept).toBe(1);
});

test("another page leaves it to its user", async () => {
  const host = stubHost({ live: true, secondsLeft: 9, decision: null });
  const page = await rendered(<Shown confirms={false} />);
  await page.after(() => vi.waitFor(() => expect(page.text()).toContain("… 9 s"), patience));
  expect(host.kept).toBe(0);
});
