import { expect, test, vi } from "vitest";
import { type Rendered, rendered } from "@/components/data/rendered.test-data";
import type { CheckNews, ManagedHostView } from "@/server/work/hosts/host-request.schema";
import { checkSteps } from "@/server/work/hosts/host-request.schema";
import HostDialog from "./host-dialog";
import { type ToldChecks, toldChecks } from "./told-checks.test-data";

const close = () => undefined;
const first = { type: "ssh-ed25519", key: "AAAA", fingerprint: "SHA256:first" };
const second = { type: "ssh-ed25519", key: "BBBB", fingerprint: "SHA256:second" };

const news = (part: Pick<CheckNews, "step" | "state"> & Partial<CheckNews>): CheckNews => ({
  said: null,
  fix: null,
  seen: null,
  ...part,
});
const asks = (key: typeof first, acceptedFingerprint: string | null = null): CheckNews =>
  news({
    step: "key",
    state: acceptedFingerprint === null ? "asks" : "failed",
    fix: "Compare them.",
    seen: { hop: "atlas", ...key, acceptedFingerprint },
  });
const allPassed = checkSteps.ssh.map((step) => news({ step, state: "passed" }));

const managed: ManagedHostView = {
  hostId: "atlas",
  route: { transport: "ssh", target: { host: "atlas", port: null, user: null }, jumps: [] },
  uri: "qemu:///system",
  keys: [{ hop: "atlas", ...first }],
  signsInBy: "password",
  addedAt: 0,
  addedBy: "ada",
  expectedKey: null,
  bySettings: false,
};

const words = () => document.body.textContent ?? "";
const button = (name: string) => {
  const found = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
  if (found === undefined) throw new Error(`no button “${name}” in ${words()}`);
  return found;
};
const press = (page: Rendered, name: string) => page.after(() => button(name).click());
const fill = (page: Rendered, label: string, text: string) =>
  page.after(() => {
    const found = [...document.querySelectorAll("label")].find(({ textContent }) => textContent === label);
    const field = document.getElementById(found?.htmlFor ?? "");
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
    field?.dispatchEvent(new Event("input", { bubbles: true }));
  });
const begun = (page: Rendered, checks: ToldChecks, count: number) =>
  page.after(() => vi.waitFor(() => expect(checks.asked).toHaveLength(count)));

test("a key is accepted in its place, and the test goes on by itself; another address forgets both", async () => {
  const checks = toldChecks();
  const page = await rendered(<HostDialog managed={null} onClose={close} />);
  await fill(page, "Address", "atlas");
  expect(button("Add host").getAttribute("aria-disabled")).toBe("true");
  await press(page, "Test");
  await begun(page, checks, 1);
  expect(checks.asked[0]).toMatchObject({ hostId: null, pins: [], credential: { kind: "own" } });
  await page.after(() => checks.tell(asks(first)));
  await page.after(() => checks.end());
  expect(words()).toContain("SHA256:first");
  expect(words()).toContain("Compare them.");

  await press(page, "Accept key");
  await begun(page, checks, 2);
  expect(checks.asked[1]?.pins).toEqual([{ type: first.type, key: first.key }]);
  await page.after(() => checks.tell(...allPassed));
  await page.after(() => checks.end());
  expect(button("Add host").type).toBe("submit");

  await fill(page, "Address", "rhea");
  expect(button("Add host").getAttribute("aria-disabled")).toBe("true");
  expect(words()).not.toContain("Passed");
});

test("a failure after the key is told with what to do, and the host can be added anyway", async () => {
  const checks = toldChecks();
  const page = await rendered(<HostDialog managed={null} onClose={close} />);
  await fill(page, "Address", "atlas");
  await press(page, "Test");
  await begun(page, checks, 1);
  await page.after(() => checks.tell(asks(first)));
  await page.after(() => checks.end());
  await press(page, "Accept key");
  await begun(page, checks, 2);
  const failed = news({ step: "sign-in", state: "failed", said: "No.", fix: "Give another one." });
  await page.after(() => checks.tell(...allPassed.slice(0, 2), failed));
  await page.after(() => checks.end());
  expect(words()).toContain("Give another one.");
  expect(button("Add anyway").type).toBe("submit");
});

test("what is missing is said at its field, and nothing is asked of the server", async () => {
  const checks = toldChecks();
  const page = await rendered(<HostDialog managed={null} onClose={close} />);
  await press(page, "Test");
  expect(words()).toContain("Give a name or an address.");
  expect(document.querySelectorAll("[aria-invalid=true]")).toHaveLength(2);
  expect(checks.asked).toEqual([]);
});

test("a test that runs can be stopped", async () => {
  const checks = toldChecks();
  const page = await rendered(<HostDialog managed={null} onClose={close} />);
  await fill(page, "Address", "atlas");
  await press(page, "Test");
  await begun(page, checks, 1);
  await page.after(() => checks.tell(news({ step: "route", state: "runs" })));
  expect(words()).toContain("Running…");
  await press(page, "Stop the test");
  expect(checks.stopped()).toBe(1);
  expect(words()).not.toContain("Running…");
});

test("a changed key stands beside the accepted one, and is taken only by a press", async () => {
  const checks = toldChecks();
  const page = await rendered(<HostDialog managed={managed} onClose={close} />);
  expect(button("Save").type).toBe("submit");
  await press(page, "Test");
  await begun(page, checks, 1);
  expect(checks.asked[0]).toMatchObject({ hostId: "atlas", credential: { kind: "kept" } });
  await page.after(() => checks.tell(asks(second, first.fingerprint)));
  await page.after(() => checks.end());
  for (const { fingerprint } of [first, second]) expect(words()).toContain(fingerprint);
  expect(button("Save").getAttribute("aria-disabled")).toBe("true");
  await press(page, "Accept the new key");
  await begun(page, checks, 2);
  expect(checks.asked[1]?.pins).toEqual([{ type: second.type, key: second.key }]);
});
