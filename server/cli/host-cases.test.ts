import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { withTemporaryFolder } from "../host/archive";
import type { Check } from "../host/checks/check.schema";
import { withHost } from "../host/open-host";
import type { JudgedDevice } from "../pci/schema";
import { judgedReport } from "./inspect";

/** What an expert expects of a device: one of the statuses, all of `codes`, one of `any`, none of `not`, words of the fixes. */
interface ExpectedDevice {
  status?: string[];
  codes?: string[];
  any?: string[];
  not?: string[];
  fix_has?: string[];
  fix_not?: string[];
  companions?: string[];
}
interface HostCase {
  expect: Record<string, ExpectedDevice>;
  checks?: Record<string, string[]>;
  check_texts?: Record<string, { has?: string[]; not?: string[] }>;
}

const folder = fileURLToPath(new URL("../../../shared/cases/hosts/", import.meta.url));
const given = existsSync(folder);
const cases: Record<string, HostCase> = given
  ? JSON.parse(readFileSync(path.join(folder, "hosts.json"), "utf8"))
  : {};

describe.runIf(given)("hosts of strangers are judged as an expert does", () => {
  for (const [name, { expect: devices, checks = {}, check_texts: texts = {} }] of Object.entries(cases)) {
    test(name, async () => {
      const report = await withTemporaryFolder(async (root) => {
        const host = path.join(root, "host");
        execFileSync("python3", [
          path.join(folder, "build_host.py"),
          path.join(folder, "hosts.json"),
          name,
          host,
        ]);
        return withHost(host, judgedReport);
      });
      const deviceProblems = Object.entries(devices).flatMap(([address, expected]) =>
        problemsOf(
          address,
          report.devices.find((device) => device.address === address),
          expected,
        ),
      );
      const checkProblems = report.checks.flatMap((check) =>
        problemsOfCheck(check, checks[check.id], texts[check.id]),
      );
      expect([...deviceProblems, ...checkProblems]).toEqual([]);
    });
  }
});

function problemsOf(address: string, device: JudgedDevice | undefined, expected: ExpectedDevice): string[] {
  if (!device) return [`${address} is not in the report`];
  const { status, reasons } = device.verdict;
  const codes = reasons.map(({ code }): string => code);
  const fixes = reasons.map(({ fix }) => fix ?? "").join("\n");
  const found = `${address} is ${status} (${codes.join(", ")})`;
  const { any, companions } = expected;
  return [
    ...(expected.status && !expected.status.includes(status) ? [`${found}, not ${expected.status}`] : []),
    ...(expected.codes ?? [])
      .filter((code) => !codes.includes(code))
      .map((code) => `${found} without ${code}`),
    ...(any && !any.some((code) => codes.includes(code)) ? [`${found} without any of ${any}`] : []),
    ...(expected.not ?? []).filter((code) => codes.includes(code)).map((code) => `${found} with ${code}`),
    ...wordProblems(`${found}: fix`, fixes, expected.fix_has, expected.fix_not),
    ...(companions && `${[...device.companions].sort()}` !== `${[...companions].sort()}`
      ? [`${address} has the companions ${device.companions}`]
      : []),
  ];
}

function problemsOfCheck(
  check: Check,
  status: string[] = [check.status],
  texts: { has?: string[]; not?: string[] } = {},
): string[] {
  const found = `check ${check.id} is ${check.status}`;
  const text = [check.title, check.detail, check.fix].join("\n");
  return [
    ...(status.includes(check.status) ? [] : [`${found}, not ${status}`]),
    ...wordProblems(found, text, texts.has, texts.not),
  ];
}

function wordProblems(found: string, text: string, has: string[] = [], not: string[] = []): string[] {
  const says = (word: string) => text.toLowerCase().includes(word.toLowerCase());
  return [
    ...has.filter((word) => !says(word)).map((word) => `${found} does not say "${word}": ${text}`),
    ...not.filter(says).map((word) => `${found} says "${word}": ${text}`),
  ];
}
