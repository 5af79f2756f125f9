import { expect, test } from "vitest";
import { rendered } from "@/components/data/rendered.test-data";
import { aHost } from "@/components/fleet/sample.test-data";
import type { ManagedHostView } from "@/server/work/hosts/host-request.schema";
import { HostEntry } from "./host-entry";

const given: ManagedHostView = {
  hostId: "atlas",
  route: { transport: "tls", target: { host: "atlas.lan", port: null }, ca: "", certificate: "" },
  uri: "qemu:///system",
  keys: [],
  expectedKey: "SHA256:expected",
  signsInBy: "client-key",
  bySettings: true,
  addedAt: null,
  addedBy: null,
};

const show = (managed: ManagedHostView) =>
  rendered(
    <HostEntry host={aHost({ id: "atlas" })} vms={0} managed={managed} onChange={ignore} onRemove={ignore} />,
  );
const ignore = () => undefined;
const words = () => document.body.textContent ?? "";
const buttons = () => [...document.querySelectorAll("button")].map(({ textContent }) => textContent);

test("a host of the settings says so, with the key that it has to have, and can't be changed here", async () => {
  await show(given);
  expect(words()).toContain("Set by PASSDECK_HOSTS");
  expect(words()).toContain("atlas.lan:16514");
  expect(words()).toContain("SHA256:expected");
  expect(buttons().join()).not.toMatch(/Change|Remove/);
});

test("one that was added can be changed and removed", async () => {
  await show({ ...given, bySettings: false, expectedKey: null, addedAt: 0, addedBy: "ada" });
  expect(words()).toContain("by ada");
  expect(buttons()).toEqual(expect.arrayContaining(["Change…", "Remove…"]));
});
