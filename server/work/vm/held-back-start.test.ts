import { expect, test, vi } from "vitest";
import type { StepContext } from "../../job/job-kind";
import { vmActionKind } from "./vm-action-kind";

test("a job of many starts leaves those off that maintenance comes before", async () => {
  const call = vi.fn();
  const run = (_subject: string, work: (connection: unknown) => unknown) => work({ call });
  const fleet = {
    host: () => ({ machine: { files: {}, writer: {} }, runLong: run, current: () => undefined }),
    findVm: () => ({ handle: {}, definition: { passthrough: [] } }),
    maintenanceOf: () => ({ reason: "a new fan", since: 0, by: "ada" }),
  } as unknown as Parameters<typeof vmActionKind>[0];
  const input = { action: "start", vms: [{ vmId: "a", name: "web", subjects: [], cards: [] }] };
  const [step] = vmActionKind(fleet).stepsOf("atlas", input);
  const context = { note: null, remember: vi.fn(), signal: new AbortController().signal, report: vi.fn() };
  await expect(step?.run(context as unknown as StepContext)).rejects.toThrow(
    "web is not started, as its host is in maintenance (a new fan).",
  );
  expect(call).not.toHaveBeenCalled();
  expect(context.remember).not.toHaveBeenCalled();
});
