import { describe, expect, test } from "vitest";
import { decideFlow } from "./flow-control";

const limits = { lagHigh: 512, lagLow: 256 };
const decide = (followers: Parameters<typeof decideFlow>[0], holding = false, now = 0) =>
  decideFlow(followers, holding, now, limits);

describe("decideFlow", () => {
  test("lets the guest print when nobody watches", () => {
    expect(decide([])).toEqual({ hold: false, decideAgainAt: null });
  });

  test("holds the guest back when the fastest viewer lags", () => {
    expect(decide([{ lag: 513, stallsAt: 40 }])).toEqual({ hold: true, decideAgainAt: 40 });
    expect(decide([{ lag: 512, stallsAt: 40 }]).hold).toBe(false);
  });

  test("goes by the fastest viewer, not by the slow ones", () => {
    expect(
      decide([
        { lag: 10, stallsAt: 40 },
        { lag: 9_000, stallsAt: 30 },
      ]).hold,
    ).toBe(false);
  });

  test("goes on only when the viewer has nearly caught up", () => {
    expect(decide([{ lag: 300, stallsAt: 40 }], true).hold).toBe(true);
    expect(decide([{ lag: 256, stallsAt: 40 }], true).hold).toBe(false);
  });

  test("does not wait for who stalled", () => {
    expect(decide([{ lag: 9_000, stallsAt: 40 }], true, 40)).toEqual({ hold: false, decideAgainAt: null });
  });

  test("does not take a stalled viewer for the fastest one", () => {
    const followers = [
      { lag: 600, stallsAt: 10 },
      { lag: 9_000, stallsAt: 70 },
    ];
    expect(decide(followers, false, 10)).toEqual({ hold: true, decideAgainAt: 70 });
  });
});
