import { expect, test } from "vitest";
import { Loaded } from "@/components/data/loaded";
import { rendered } from "@/components/data/rendered.test-data";
import type { Plan } from "@/server/plan.schema";
import { usePlan } from "./use-plan";

const plan: Plan = {
  title: "Reserve it",
  kind: "reserve",
  steps: [],
  warnings: [],
  refusal: null,
  fingerprint: "1",
};

/** Shows what `load` gives, with a way to ask for it anew. */
function Shown({ load }: { load(): Promise<Plan> }) {
  const reading = usePlan(["a plan"], load);
  return (
    <>
      <button type="button" onClick={() => void reading.refetch()}>
        Refresh
      </button>
      <Loaded reading={reading} what="the plan">
        {({ title }) => title}
      </Loaded>
    </>
  );
}

test("a plan is gone while it is asked for anew: nobody says yes to an old one", async () => {
  let answer = (_plan: Plan) => {};
  const page = await rendered(
    <Shown
      load={() =>
        new Promise((resolve) => {
          answer = resolve;
        })
      }
    />,
  );
  await page.after(() => answer(plan));
  expect(page.text()).toContain("Reserve it");
  await page.press("Refresh");
  expect(page.text()).not.toContain("Reserve it");
  await page.after(() => answer({ ...plan, title: "Reserve both" }));
  expect(page.text()).toContain("Reserve both");
});

test("a plan that can't be made says why, with a way to try again", async () => {
  let tries = 0;
  const load = async () => {
    tries += 1;
    if (tries === 1) throw new Error("The host is away.");
    return plan;
  };
  const page = await rendered(<Shown load={load} />);
  await page.after(() => undefined);
  expect(page.text()).toContain("The host is away.");
  await page.press("Try again");
  expect(page.text()).toContain("Reserve it");
});
