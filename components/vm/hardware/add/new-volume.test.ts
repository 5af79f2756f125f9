import { expect, test } from "vitest";
import { hardwareEditSchema } from "@/server/domain/hardware/hardware-edit.schema";
import { type VolumeDraft, volumeProblem, withNewVolume } from "./new-volume";

const draft: VolumeDraft = { pool: "default", volume: "web.qcow2", bytes: String(2 ** 30), format: "qcow2" };

test("is what the server takes", () => {
  const made = withNewVolume({ type: "file", file: "/x", bus: "virtio" }, draft);
  expect(made.values).toEqual({
    bus: "virtio",
    type: "volume",
    pool: "default",
    volume: "web.qcow2",
    format: "qcow2",
  });
  expect(hardwareEditSchema.safeParse({ act: "add", kind: "disk", ...made }).success).toBe(true);
});

test.each([
  [{ pool: "" }, /pool/],
  [{ volume: "../x" }, /name/],
  [{ volume: "old.qcow2" }, /already/],
  [{ bytes: null }, /size/],
  [{ bytes: "much" }, /size/],
])("says what is missing: %o", (part, problem) => {
  expect(volumeProblem({ ...draft, ...part }, ["old.qcow2"])).toMatch(problem);
});

test("has nothing to say of a whole one", () => {
  expect(volumeProblem(draft, ["old.qcow2"])).toBeNull();
});
