import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { aJob } from "./job.test-data";
import { progressText } from "./job-look";
import { JobProgress } from "./job-progress";

/** What is read of a job, without markup. */
function words(part: Parameters<typeof aJob>[0]): string {
  return renderToStaticMarkup(<JobProgress job={aJob(part)} />)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

describe("JobProgress", () => {
  test("tells of each step how it stands", () => {
    expect(words({})).toBe(
      "Running Each step is checked before the next. Bind 0000:01:00.0 done Bind 0000:01:00.1 running",
    );
  });

  test("says plainly that everything was undone, and why", () => {
    const [first, second] = aJob().steps;
    if (first === undefined || second === undefined) throw new Error("the sample has two steps");
    const text = words({
      state: "undone",
      problem: "0000:01:00.1 did not let go.",
      steps: [
        { ...first, state: "undone" },
        { ...second, state: "failed", problem: "pipewire has it open." },
      ],
    });
    expect(text).toContain("Everything that was done has been undone. 0000:01:00.1 did not let go.");
    expect(text).toContain("Bind 0000:01:00.0 undone Bind 0000:01:00.1 failed pipewire has it open.");
  });

  test("does not claim so where something could not be undone", () => {
    expect(words({ state: "failed" })).not.toContain("has been undone");
  });
});

describe("a step that moves bytes", () => {
  const running = (done: number, total: number | null) => {
    const [first, second] = aJob().steps;
    if (first === undefined || second === undefined) throw new Error("the sample has two steps");
    return words({ steps: [first, { ...second, progress: { done, total } }] });
  };

  test("says how far it is", () => {
    expect(running(512 * 2 ** 20, 2 ** 31)).toContain("512 MiB of 2 GiB, 25 %");
  });

  test("says what it has where nobody knows how much there is", () => {
    expect(running(512 * 2 ** 20, null)).toMatch(/512 MiB$/);
  });
});

test("counts the steps that are done", () => {
  expect(progressText(aJob().steps)).toBe("1 of 2 steps");
});
