import { useQuery } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { Loaded } from "./loaded";
import { pageQueryClient } from "./query-client";
import { rendered } from "./rendered.test-data";

/** A server that answers when the test says so. */
class SlowServer {
  #answers: { resolve(words: string): void; reject(error: Error): void }[] = [];

  ask = () => new Promise<string>((resolve, reject) => this.#answers.push({ resolve, reject }));

  answer(words: string): void {
    this.#answers.shift()?.resolve(words);
  }

  fail(words: string): void {
    this.#answers.shift()?.reject(new Error(words));
  }

  /** As the server does while it tries to reach a host for the first time. */
  connecting(): void {
    const answer = {
      error: { code: -32603, message: "Still connecting.", data: { appCode: "host-connecting" } },
    };
    this.#answers.shift()?.reject(TRPCClientError.from(answer));
  }
}

function Volumes({ server }: { server: SlowServer }) {
  const volumes = useQuery({ queryKey: ["volumes"], queryFn: server.ask });
  return (
    <>
      <Loaded reading={volumes} what="the volumes">
        {(names) => <p>Here: {names}</p>}
      </Loaded>
      <button type="button" onClick={() => void volumes.refetch()}>
        Refresh
      </button>
    </>
  );
}

describe("something that is read", () => {
  test("is on its way, then here", async () => {
    const server = new SlowServer();
    const page = await rendered(<Volumes server={server} />);
    expect(page.text()).toContain("Reading the volumes");
    await page.after(() => server.answer("a, b"));
    expect(page.text()).toBe("Here: a, b Refresh");
  });

  test("that can't be read says why, and is read on “Try again”", async () => {
    const server = new SlowServer();
    const page = await rendered(<Volumes server={server} />);
    await page.after(() => server.fail("The pool is stopped."));
    expect(page.text()).toContain("Could not read the volumes The pool is stopped.");
    expect(page.root.querySelector("[role=alert]")).not.toBeNull();
    await page.press("Try again");
    await page.after(() => server.answer("a"));
    expect(page.text()).toBe("Here: a Refresh");
  });

  test("stays where it can't be read again, marked as that", async () => {
    const server = new SlowServer();
    const page = await rendered(<Volumes server={server} />);
    await page.after(() => server.answer("a"));
    await page.press("Refresh");
    await page.after(() => server.fail("The host is gone."));
    expect(page.text()).toContain("may be out of date The host is gone.");
    expect(page.text()).toContain("Here: a");
  });

  test("of a host that is still being connected says so, and is read by itself once it is", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const server = new SlowServer();
    const page = await rendered(<Volumes server={server} />, pageQueryClient());
    for (let time = 0; time < 5; time += 1) {
      await page.after(() => server.connecting());
      expect(page.text()).toBe("Connecting to the host… Refresh");
      await page.after(() => vi.advanceTimersByTimeAsync(1_000));
    }
    await page.after(() => server.answer("a"));
    expect(page.text()).toBe("Here: a Refresh");
  });
});
