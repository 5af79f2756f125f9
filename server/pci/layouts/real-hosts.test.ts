import { describe, expect, test } from "vitest";
import { hardwareReportSchema, type JudgedReport } from "../schema";
import { judgeHost } from "../verdict/judge";
import type { Expectation } from "./layout.test-data";
import { contextOf, reportOf } from "./layout-report.test-data";
import { parseExpectations } from "./parse-layout.test-data";
import { realHosts } from "./real-hosts.test-data";

describe.each(realHosts)("$name", (layout) => {
  const judged = judgeHost(reportOf(layout), contextOf(layout));

  test("is a report as hosts give it", () => {
    expect(hardwareReportSchema.safeParse(reportOf(layout)).error).toBeUndefined();
  });

  test.each(parseExpectations(layout.expected))("$address is $status: $because", (expected) => {
    const { verdict, needs } = find(judged, expected);
    const told = verdict.reasons.map(({ weight, message }) => `${weight}: ${message}`).join("\n");
    const found = `${verdict.status} ${verdict.reasons.map(({ code }) => code).join(" ")}`;
    expect(found, `${expected.because}\n${told}`).toBe(`${expected.status} ${expected.codes.join(" ")}`);
    if (expected.guestGets !== null) expect(needs.guestGets, expected.because).toEqual(expected.guestGets);
    if (expected.mustBeBound !== null)
      expect(needs.mustBeBound, expected.because).toEqual(expected.mustBeBound);
  });
});

function find({ devices }: JudgedReport, { address }: Expectation) {
  const device = devices.find((one) => one.address === address);
  if (device === undefined) throw new Error(`The layout has no ${address}`);
  return device;
}
