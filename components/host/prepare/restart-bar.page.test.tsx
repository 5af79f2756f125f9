import { useState } from "react";
import { expect, test, vi } from "vitest";
import { rendered } from "@/components/data/rendered.test-data";
import type { JudgedReport } from "@/server/pci/schema";
import type { PrepareState } from "@/server/work/prepare/state.schema";
import { aReport } from "../sample-report.test-data";
import ChangesSection from "./changes-section";
import { RestartBar } from "./restart-bar";
import { useRestart } from "./use-restart";

const state = (restartPending: boolean): PrepareState => ({
  changes: [],
  restartPending,
  unable: null,
  bootId: "one",
});
const told = vi.hoisted(() => ({ state: undefined as unknown }));
vi.mock("./use-prepare-state", () => ({
  usePrepareState: () => ({ data: told.state, error: null, refetch: () => undefined }),
}));
vi.mock("@/components/data/use-rights", () => ({ useRights: () => () => null }));
vi.mock("./restart-dialog", () => ({ RestartDialog: () => <p role="dialog">What runs</p> }));

const report: JudgedReport = { ...aReport([]), devices: [] };

/** As the page Host has it: the bar stands below the form until a change waits for the restart. */
function Page() {
  const restart = useRestart();
  const [, redraw] = useState(0);
  const now = told.state as PrepareState;
  return (
    <>
      <ChangesSection hostId="local" report={report} restart={restart} />
      {now.restartPending ? null : <RestartBar hostId="local" state={now} restart={restart} />}
      <button type="button" onClick={() => redraw((count) => count + 1)}>
        Draw
      </button>
    </>
  );
}

test("the question whether to restart stays when it is told that a change waits, and its bar moves", async () => {
  told.state = state(false);
  const page = await rendered(<Page />);
  await page.press("Restart the host…");
  expect(page.root.querySelector("[role=dialog]")).not.toBeNull();
  told.state = state(true);
  await page.press("Draw");
  expect(page.text()).toContain("A change waits for the restart");
  expect(page.root.querySelector("[role=dialog]")).not.toBeNull();
});
