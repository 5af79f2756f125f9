import { describe, expect, test } from "vitest";
import type { Problem } from "@/components/ui/form/problems";
import { problemsOfStep, stepOf, stepsOf } from "./step-list";

const problem = (...path: Problem["path"]): Problem => ({ path, weight: "fail", message: "m", fix: null });

describe("the steps", () => {
  test("of what is taken as it is are two", () => {
    expect(stepsOf("xml", false)).toEqual(["start", "review"]);
    expect(stepsOf("iso", false)).toContain("cpu");
    expect(stepsOf("iso", true)).toEqual(["start", "system", "cpu", "disks", "network", "review"]);
  });

  test("have the problems that can be mended in them", () => {
    expect(stepOf(problem("cpu", "pins", 0), "iso")).toBe("cpu");
    expect(stepOf(problem("disks", 0, "source"), "iso")).toBe("disks");
    expect(stepOf(problem("unheard"), "iso")).toBe("start");
    expect(stepOf(problem("cpu"), "clone")).toBe("start");
  });

  test("leave to the first what the source asks for", () => {
    expect(stepOf(problem("opticalDrives", 0, "source"), "iso")).toBe("start");
    expect(stepOf(problem("opticalDrives", 1, "source"), "iso")).toBe("disks");
    expect(problemsOfStep([problem("disks", 0, "source")], "start", "disk")).toHaveLength(1);
  });
});
