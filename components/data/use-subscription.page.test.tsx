import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Subscribable } from "./keep-subscribed";
import { Loaded } from "./loaded";
import { rendered } from "./rendered.test-data";
import { useFoldedSubscription, useSubscription } from "./use-subscription";

type Handlers = Parameters<Subscribable<string>["subscribe"]>[0];

/** What a server would tell, of as many subscriptions as there are. */
class Teller {
  readonly begun: string[] = [];
  #handlers: Handlers | null = null;

  of = (name: string | null): Subscribable<string> => ({
    queryKey: ["events", name],
    enabled: name !== null,
    subscribe: (handlers) => {
      this.begun.push(name ?? "");
      this.#handlers = handlers;
      return {
        unsubscribe: () => {
          if (this.#handlers === handlers) this.#handlers = null;
        },
      };
    },
  });

  get now(): Handlers {
    if (this.#handlers === null) throw new Error("nobody is subscribed");
    return this.#handlers;
  }
}

function Latest({ teller, name }: { teller: Teller; name: string | null }) {
  return (
    <Loaded reading={useSubscription(teller.of(name))} what="the events">
      {(words) => <p>Here: {words}</p>}
    </Loaded>
  );
}

const fold = (known: string | undefined, came: string) => (known === undefined ? came : `${known}, ${came}`);

function All({ teller }: { teller: Teller }) {
  return <p>{useFoldedSubscription(teller.of("a"), fold).data}</p>;
}

describe("a subscription", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("is on its way, then shows the latest", async () => {
    const teller = new Teller();
    const page = await rendered(<Latest teller={teller} name="a" />);
    expect(page.text()).toContain("Reading the events");
    await page.after(() => teller.now.onData("one"));
    await page.after(() => teller.now.onData("two"));
    expect(page.text()).toBe("Here: two");
    expect(teller.begun).toEqual(["a"]);
  });

  test("that is refused says why, and begins anew by itself", async () => {
    const teller = new Teller();
    const page = await rendered(<Latest teller={teller} name="a" />);
    await page.after(() => teller.now.onError(new Error("The host is gone.")));
    expect(page.text()).toContain("Could not read the events The host is gone.");
    await page.after(() => vi.advanceTimersByTime(10_000));
    expect(teller.begun).toEqual(["a", "a"]);
    await page.after(() => teller.now.onData("one"));
    expect(page.text()).toBe("Here: one");
  });

  test("begins anew at once on “Try again”", async () => {
    const teller = new Teller();
    const page = await rendered(<Latest teller={teller} name="a" />);
    await page.after(() => teller.now.onError(new Error("The host is gone.")));
    await page.press("Try again");
    expect(teller.begun).toEqual(["a", "a"]);
  });

  test("without a socket says so as long as it knows nothing, and keeps what it knows", async () => {
    const teller = new Teller();
    const page = await rendered(<Latest teller={teller} name="a" />);
    const lost = { state: "connecting", error: new Error("No way there.") };
    await page.after(() => teller.now.onConnectionStateChange(lost));
    expect(page.text()).toContain("No way there.");
    await page.after(() => teller.now.onData("one"));
    await page.after(() => teller.now.onConnectionStateChange(lost));
    expect(page.text()).toBe("Here: one");
  });

  test("puts parts together, as it is told to", async () => {
    const teller = new Teller();
    const page = await rendered(<All teller={teller} />);
    await page.after(() => teller.now.onData("one"));
    await page.after(() => teller.now.onData("two"));
    expect(page.text()).toBe("one, two");
  });

  test("is one, however many look at it", async () => {
    const teller = new Teller();
    const page = await rendered(
      <>
        <Latest teller={teller} name="a" />
        <Latest teller={teller} name="a" />
      </>,
    );
    await page.after(() => teller.now.onData("one"));
    expect(page.text()).toBe("Here: one Here: one");
    expect(teller.begun).toEqual(["a"]);
  });

  test("to nothing asks nothing", async () => {
    const teller = new Teller();
    await rendered(<Latest teller={teller} name={null} />);
    expect(teller.begun).toEqual([]);
  });
});
