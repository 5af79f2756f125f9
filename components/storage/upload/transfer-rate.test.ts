import { describe, expect, test } from "vitest";
import { TransferRate, timeLeft } from "./transfer-rate";

describe("TransferRate", () => {
  test("says nothing before it can tell", () => {
    const rate = new TransferRate();
    expect(rate.bytesPerSecond()).toBeNull();
    rate.add(0, 0);
    rate.add(100, 50);
    expect(rate.bytesPerSecond()).toBeNull();
  });

  test("follows the last seconds, not the whole way", () => {
    const rate = new TransferRate();
    for (let second = 0; second <= 10; second += 1) rate.add(second * 1000, second * 1_000);
    expect(rate.bytesPerSecond()).toBe(1_000);
    for (let second = 11; second <= 16; second += 1) rate.add(second * 1000, 10_000 + (second - 10) * 3_000);
    expect(rate.bytesPerSecond()).toBe(3_000);
  });

  test("starts anew after a pause", () => {
    const rate = new TransferRate();
    rate.add(0, 0);
    rate.add(1_000, 1_000);
    rate.reset();
    rate.add(60_000, 1_000);
    rate.add(61_000, 3_000);
    expect(rate.bytesPerSecond()).toBe(2_000);
  });
});

describe("timeLeft", () => {
  test.each([
    [500, "1 s"],
    [40_000, "40 s"],
    [61_000, "2 min"],
    [3_600_000, "1 h"],
    [3_900_000, "1 h 5 min"],
    [500_000_000, "6 d"],
  ])("%i bytes at 1 kB/s", (bytes, words) => {
    expect(timeLeft(bytes, 1_000)).toBe(words);
  });

  test("promises nothing where nothing moves", () => {
    expect(timeLeft(1, 0)).toBeNull();
    expect(timeLeft(1, null)).toBeNull();
  });
});
