import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { whileVisible } from "./while-visible";

/** A page that can be hidden and shown, with the browser's own event target. */
class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = "visible";

  turn(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

describe("a subscription that runs while the page can be seen", () => {
  const page = new Page();
  let log: string[];
  let again: () => void;
  let end: () => void;

  const start = (tellEnd: () => void) => {
    log.push("start");
    again = tellEnd;
    return () => void log.push("stop");
  };

  beforeEach(() => {
    vi.useFakeTimers();
    page.visibilityState = "visible";
    log = [];
    end = whileVisible(start, page);
  });

  afterEach(() => {
    end();
    vi.useRealTimers();
  });

  test("stops when the page is hidden, and starts anew when it is shown", () => {
    page.turn("hidden");
    page.turn("visible");
    expect(log).toEqual(["start", "stop", "start"]);
  });

  test("does not start on a page that is hidden from the beginning", () => {
    end();
    log = [];
    page.visibilityState = "hidden";
    end = whileVisible(start, page);
    expect(log).toEqual([]);
  });

  test("comes back by itself when it ended by itself, once", () => {
    again();
    again();
    expect(log).toEqual(["start"]);
    vi.runAllTimers();
    expect(log).toEqual(["start", "start"]);
  });

  test("what a subscription that was stopped says about its end starts nothing", () => {
    const ofFirst = again;
    page.turn("hidden");
    ofFirst();
    vi.runAllTimers();
    expect(log).toEqual(["start", "stop"]);
  });

  test("once ended it stays ended", () => {
    again();
    end();
    vi.runAllTimers();
    page.turn("visible");
    expect(log).toEqual(["start"]);
  });
});
