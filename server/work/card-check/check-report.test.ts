import { expect, test } from "vitest";
import { checkReport } from "./check-report";

const input = {
  vmId: "0d0f0000-0000-4000-8000-000000000000",
  vmName: "games",
  devices: [{ address: "0000:01:00.0", name: "RTX 3090 | X (0000:01:00.0)", driver: "nouveau" }],
};

test("reports what each start showed, and escapes what would break its table", () => {
  const answers = [{ signs: new Map([["0000:01:00.0", "mastering"]] as const), milliseconds: 3210 }];
  const report = checkReport(
    input,
    { answers, driversAfter: new Map([["0000:01:00.0", null]]) },
    new Date("2026-01-02T03:04:05Z"),
  );
  expect(report).toContain("| RTX 3090 \\| X (0000:01:00.0) | in use, memory access on | nouveau | none |");
  expect(report).toContain("Start 1: last activity of the guest after 3.2 s.");
});

test("does not claim what nobody looked at", () => {
  expect(checkReport(input, { answers: [], driversAfter: null }, new Date(0))).toContain("not checked");
});
