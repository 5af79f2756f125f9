import { describe, expect, test } from "vitest";
import type { Problem } from "@/components/ui/form/problems";
import { sampleChoices } from "../state/choices.test-data";
import { problemsOfStep, stepOf, stepsOf } from "./step-list";

const problem = (...path: Problem["path"]): Problem => ({ path, weight: "fail", message: "m", fix: null });

describe("the steps", () => {
  test("of what is taken as it is are two", () => {
    expect(stepsOf("xml", sampleChoices)).toEqual(["start", "review"]);
    expect(stepsOf("iso", sampleChoices)).toContain("cpu");
    const member = { grant: { owners: [] }, namedDevices: [] };
    expect(stepsOf("iso", member)).toEqual(["start", "system", "cpu", "disks", "network", "review"]);
    const withCards = { ...member, namedDevices: [{ name: "any GPU", note: "", cards: 2 }] };
    expect(stepsOf("iso", withCards)).toContain("cards");
    expect(stepsOf("iso", withCards)).not.toContain("devices");
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
