import { describe, expect, test } from "vitest";
import type { CheckNews, CheckStep } from "@/server/work/hosts/host-request.schema";
import { checkSteps } from "@/server/work/hosts/host-request.schema";
import { begunCheck, noCheck, withEnd, withNews, withStop } from "./check-progress";
import { readiness } from "./readiness";

const news = (step: CheckStep, state: CheckNews["state"], said: string | null = null): CheckNews => ({
  step,
  state,
  said,
  fix: null,
  seen: null,
});
const begun = begunCheck("ssh");
const told = (...all: CheckNews[]) => all.reduce(withNews, begun);
const states = (of: typeof begun) => Object.fromEntries(of.steps.map(({ step, state }) => [step, state]));
const passed = withEnd(told(...checkSteps.ssh.map((step) => news(step, "passed"))));
const failed = withEnd(told(news("route", "passed"), news("key", "passed"), news("sign-in", "failed")));
const asks = withEnd(told(news("route", "passed"), news("key", "asks")));

describe("a test", () => {
  test("has passed once each step has", () => {
    expect(passed.outcome).toBe("passed");
    expect(withEnd(told(news("route", "passed"))).outcome).toBe("stopped");
  });

  test("says of each hop what was found, once", () => {
    const said = ["jump answers.", "jump answers.", "atlas answers."];
    const { steps } = told(...said.map((words) => news("route", "passed", words)));
    expect(steps[0]?.said).toEqual(["jump answers.", "atlas answers."]);
  });

  test("leaves nothing running behind a failure, an end or a stop", () => {
    const halfway = [news("libvirt", "runs"), news("rights", "failed")];
    expect(states(told(...halfway))).toMatchObject({ libvirt: "waits", rights: "failed" });
    expect(states(withStop(told(news("route", "runs")), null))).toMatchObject({ route: "waits" });
    expect(withStop(begun, "no")).toMatchObject({ outcome: "stopped", problem: "no" });
  });
});

describe("a host can be added", () => {
  test.each([
    ["before a test", noCheck, false, "not-yet"],
    ["while one runs", begun, true, "not-yet"],
    ["while a key is asked about", asks, false, "not-yet"],
    ["after a test that passed", passed, true, "ready"],
    ["anyway where what comes after the key failed", failed, true, "anyway"],
    ["where a way has changed since its keys were accepted", failed, false, "not-yet"],
  ])("%s", (_when, progress, hasAllKeys, way) => {
    expect(readiness(progress, hasAllKeys, false).way).toBe(way);
  });

  test("never with a key that is another than the accepted one, though one is managed already", () => {
    const changed = withEnd(told(news("route", "passed"), news("key", "failed")));
    expect(readiness(changed, true, true).way).toBe("not-yet");
    expect(readiness(noCheck, true, true).way).toBe("ready");
  });
});
