import { describe, expect, test } from "vitest";
import { rebase } from "./rebase";

describe("rebase", () => {
  test("takes what was left alone from the new base, and keeps what was changed", () => {
    const from = { cpu: { cores: 2, threads: 1 }, tablet: true };
    const mine = { cpu: { cores: 6, threads: 1 }, tablet: true };
    const to = { cpu: { cores: 4, threads: 2 }, tablet: false };
    expect(rebase(mine, from, to)).toEqual({ cpu: { cores: 6, threads: 2 }, tablet: false });
  });

  test("compares the items of lists that are as long as each other", () => {
    const from = [{ bytes: 20, bus: "virtio" }];
    const mine = [{ bytes: 80, bus: "virtio" }];
    const to = [{ bytes: 64, bus: "sata" }];
    expect(rebase(mine, from, to)).toEqual([{ bytes: 80, bus: "sata" }]);
  });

  test("keeps a list that grew as it is", () => {
    expect(rebase({ disks: [1, 2] }, { disks: [1] }, { disks: [7] })).toEqual({ disks: [1, 2] });
  });

  test("does not mix choices of different kinds", () => {
    const from = { firmware: { kind: "uefi", secureBoot: false } };
    const mine = { firmware: { kind: "rom-file", path: "/a.fd" } };
    const to = { firmware: { kind: "uefi", secureBoot: true } };
    expect(rebase<object>(mine, from, to)).toEqual(mine);
  });

  test("is the new base where nothing was changed, and mine where the base stays", () => {
    const from = { a: [1, { b: null }], c: "x" };
    const other = { a: [], d: 1 };
    expect(rebase<object>(from, from, other)).toEqual(other);
    expect(rebase<object>(other, from, from)).toEqual(other);
  });
});
