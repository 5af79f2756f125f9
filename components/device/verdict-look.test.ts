import { describe, expect, test } from "vitest";
import type { Reason } from "@/server/pci/verdict.schema";
import { lookOf } from "./verdict-look";

const reason = (code: Reason["code"], weight: Reason["weight"]): Reason => ({
  code,
  weight,
  message: "",
  fix: null,
  devices: [],
});

describe("lookOf", () => {
  test.each([
    ["Ready", "ready", []],
    ["Bindable", "bindable", [reason("identical-twin", "note")]],
    ["Risky", "risky", [reason("boot-display", "risk")]],
    ["Blocked", "blocked", [reason("host-storage", "block"), reason("attached-elsewhere", "block")]],
    ["In use", "blocked", [reason("attached-elsewhere", "block"), reason("no-reset", "risk")]],
  ] as const)("says %s", (word, status, reasons) => {
    expect(lookOf({ status, reasons: [...reasons] }).word).toBe(word);
  });
});
