import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { withRouter } from "@/components/ui/with-router.test-data";
import { wishedChangeSchema } from "@/server/prepare/change.schema";
import type { MadeChange } from "@/server/work/prepare/state.schema";
import { MadeChanges } from "./made-changes";

const change: MadeChange = {
  id: "6f1c2f9e-6f0c-4f7e-9a53-0a4f3f0f7c11",
  title: "Add iommu=pt to the kernel’s line",
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
  by: "anna",
  state: "waiting",
  files: [{ file: "/etc/default/grub", before: "", after: "" }],
  commands: [["update-grub"]],
  findings: [],
  nextStart: null,
  trial: false,
  undoes: null,
  notUndoable: null,
};

const shown = (part: Partial<MadeChange>) =>
  renderToStaticMarkup(
    withRouter(
      <MadeChanges
        hostId="local"
        changes={[{ ...change, ...part }]}
        onUndo={() => {}}
        onKeep={() => {}}
        onAgain={() => {}}
      />,
    ),
  );

test.each([
  ["waiting", "Waits for the restart"],
  ["verified", "Verified"],
  ["running", "In force"],
  ["tried", "Tried, and as planned"],
  ["incomplete", "Something is missing"],
] as const)("a change that is %s says so, and can be taken back", (state, words) => {
  expect(shown({ state })).toContain(words);
  expect(shown({ state })).toContain("Take back");
});

test("says what is missing after the restart, and who changed which file", () => {
  const findings = [
    { what: "iommu=pt on the kernel’s line", status: "fail" as const, detail: "It is not there." },
  ];
  const markup = shown({ state: "incomplete", findings });
  expect(markup).toContain("It is not there.");
  expect(markup).toContain("by anna: /etc/default/grub");
});

test("what the next start would lose is said by its file, and applied again by a click", () => {
  const nextStart = { files: ["/etc/default/grub"], unknown: null, change: wishedChangeSchema.parse({}) };
  const markup = shown({ state: "verified", nextStart });
  expect(markup).toContain("Lost at the next start");
  expect(markup).toContain("/etc/default/grub does not hold it any more");
  expect(markup).toContain("Apply again");
  expect(shown({ state: "verified" })).not.toContain("Apply again");
});

test("where it can't be told what the next start would lose, that is said", () => {
  const nextStart = { files: [], unknown: "The file holds quiet.", change: wishedChangeSchema.parse({}) };
  const markup = shown({ state: "verified", nextStart });
  expect(markup).toContain("Whether the next start has it can’t be told: The file holds quiet.");
  expect(markup).not.toContain("Lost at the next start");
  expect(markup).not.toContain("Apply again");
});

test("only what was tried is to be kept", () => {
  expect(shown({ state: "tried", trial: true })).toContain("Keep");
  expect(shown({ state: "verified" })).not.toContain("Keep");
});

test("a trial that was kept is no more to be taken back", () => {
  expect(shown({ state: "kept", trial: true })).toContain("Tried, and kept");
  expect(shown({ state: "kept", trial: true })).not.toContain("Take back");
});

test("what was taken back can't be taken back again; what can't says why", () => {
  expect(shown({ state: "undone" })).not.toContain("Take back");
  expect(shown({ notUndoable: "A later change is in the same file." })).toContain("aria-disabled");
});
