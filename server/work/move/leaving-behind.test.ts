import { expect, test } from "vitest";
import { AppError } from "../../errors";
import type { StepContext } from "../../job/job-kind";
import type { JsonValue } from "../../job/journal";
import { leavingBehind } from "./leaving-behind";

const inUse = {
  run: () => Promise.reject(new AppError("conflict", { userMessage: "It is in use by db." })),
  verify: () => Promise.resolve(),
  undo: () => Promise.resolve(),
};

test("of several that are left each is reported", async () => {
  const notes: JsonValue[] = [];
  let reported = "";
  for (const volume of ["a.qcow2", "b.qcow2"]) {
    const context: StepContext = {
      note: null,
      earlier: [...notes],
      resumed: false,
      signal: new AbortController().signal,
      remember: (note) => void notes.push(note),
      report: (markdown) => {
        reported = markdown;
      },
      progress: () => undefined,
    };
    await leavingBehind(`The volume ${volume}`, inUse).run(context);
  }
  expect(reported.split("\n")).toEqual([
    "- The volume a.qcow2 was left on the host that the VM came from: It is in use by db.",
    "- The volume b.qcow2 was left on the host that the VM came from: It is in use by db.",
  ]);
});
