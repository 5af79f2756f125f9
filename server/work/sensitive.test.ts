import { expect, test } from "vitest";
import { rights } from "../access/rights";
import { AppError } from "../errors";
import type { JudgedReport } from "../pci/schema";
import type { ActContext } from "./act-context";
import { adminRequest } from "./admin-request.test-data";
import { askForSensitive, sensitive } from "./sensitive";

const devices = [
  { address: "0000:01:00.0", verdict: { reasons: [{ code: "boot-display" }] } },
  { address: "0000:02:00.0", verdict: { reasons: [{ code: "driver-in-use" }] } },
];

/** What is answered to an act in a session whose user was confirmed, or not. */
async function ask(act: keyof typeof sensitive, input: unknown, isConfirmed = false): Promise<string> {
  const access = {
    isConfirmed: () => isConfirmed,
    toBeConfirmed: () => new AppError("reauthenticate", { userMessage: "?" }),
  };
  const context = {
    ...adminRequest({ access } as never),
    sessionId: "one",
    readReport: async () => ({ devices }) as unknown as JudgedReport,
  } as unknown as ActContext;
  return askForSensitive(act, context, input).then(
    () => "done",
    ({ code }) => code,
  );
}

const [bootCard, otherCard] = devices.map(({ address }) => ({ hostId: "a", addresses: [address] }));

test.each([
  ["vm.delete", { deleteDisks: ["vda"] }, "reauthenticate"],
  ["vm.delete", { deleteDisks: [] }, "done"],
  ["passthrough.runBinding", { ...bootCard, act: "reserve" }, "reauthenticate"],
  ["passthrough.runBinding", { ...bootCard, act: "return" }, "done"],
  ["passthrough.runBinding", { ...otherCard, act: "reserve" }, "done"],
  ["passthrough.runAttach", bootCard, "reauthenticate"],
  ["passthrough.runAttach", otherCard, "done"],
  ["hardware.runDesktop", bootCard, "reauthenticate"],
  ["console.createLink", { readOnly: false }, "reauthenticate"],
  ["console.createLink", { readOnly: true }, "done"],
  ["vm.rename", {}, "done"],
] as const)("%s of %j: %s", async (act, input, answer) => {
  expect(await ask(act, input)).toBe(answer);
  expect(await ask(act, input, true)).toBe("done");
});

test("whatever is done to notifications of the house is dangerous, but for looking and a test", () => {
  const acts = Object.values(rights).flatMap((acts) => Object.keys(acts));
  const ofNotify = acts.filter((act) => act.startsWith("notify.") && !Object.hasOwn(sensitive, act));
  expect(ofNotify.sort()).toEqual(["notify.deliveries", "notify.testChannel", "notify.watch"]);
});

test("whatever is done to people, groups, shares, quotas and grants is dangerous, but for looking", () => {
  const acts = Object.values(rights).flatMap((acts) => Object.keys(acts));
  const ofPeople = acts.filter((act) => /^(people|group|share|quota|grant)\./.test(act));
  const looks = [
    "people.watch",
    "people.sessions",
    "group.watch",
    "share.ofUser",
    "share.watch",
    "share.watchDevice",
    "quota.of",
    "grant.of",
    "quota.mine",
  ];
  expect(ofPeople.filter((act) => !looks.includes(act)).sort()).toEqual(
    Object.keys(sensitive)
      .filter((act) => /^(people|group|share|quota|grant)\./.test(act))
      .sort(),
  );
});
