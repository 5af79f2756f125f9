import { expect, test } from "vitest";
import { readConfiguration } from "./read-configuration";
import { readFencing } from "./read-fencing";
import { readStatus } from "./read-status";
import { unfencedNodes } from "./unfenced-nodes";

test("resources in groups and clones are told, and what a template or a later set says counts", () => {
  const { resources, properties, pinned } = readConfiguration(`<configuration>
    <crm_config><cluster_property_set id="a"><nvpair id="b" name="cluster-name" value="lab"/></cluster_property_set></crm_config>
    <resources>
      <template id="vm" class="ocf" provider="heartbeat" type="VirtualDomain"><meta_attributes id="m"><nvpair id="n" name="allow-migrate" value="true"/></meta_attributes></template>
      <group id="g"><primitive id="one" template="vm"><instance_attributes id="i"><nvpair id="j" name="config" value="/a.xml"/></instance_attributes></primitive></group>
      <clone id="c"><primitive id="two" class="systemd" type="chronyd"/></clone>
    </resources>
    <constraints><rsc_location id="cli-prefer-one" rsc="one" node="x" score="INFINITY"/><rsc_location id="mine" rsc="two" node="x" score="1"/></constraints>
  </configuration>`);
  expect(properties.get("cluster-name")).toBe("lab");
  expect(resources.map(({ id, agent }) => [id, agent])).toEqual([
    ["one", "ocf:heartbeat:VirtualDomain"],
    ["two", "systemd:chronyd"],
  ]);
  expect(resources[0]?.meta.get("allow-migrate")).toBe("true");
  expect(resources[0]?.parameters.get("config")).toBe("/a.xml");
  expect(pinned).toEqual(["one"]);
});

test("the history of fencing has the latest first, and what goes on before that", () => {
  const event = (rest: string) => `<fence_event action="reboot" origin="a" client="x" delegate="a" ${rest}/>`;
  const events = readFencing(
    `<pacemaker-result><list>${event('target="b" status="success" completed="2026-12-03 14:00:00Z"')}${event(
      'target="c" status="failed" exit-reason="Fence agent did not complete in time" completed="2026-12-03 15:00:00Z"',
    )}${event('target="b" status="pending" extended-status="querying"')}</list></pacemaker-result>`,
  );
  expect(events.map(({ node, state, reason }) => [node, state, reason])).toEqual([
    ["b", "pending", null],
    ["c", "failed", "Fence agent did not complete in time"],
    ["b", "success", null],
  ]);
  expect(events.at(-1)?.at).toBe(Date.UTC(2026, 11, 3, 14));
});

test("a move by hand that was left is found", () => {
  const status =
    readStatus(`<r><summary><current_dc present="true" name="a" version="3.0.0" with_quorum="true"/>
    <cluster_options stonith-enabled="true" no-quorum-policy="freeze"/></summary><nodes/>
    <bans><ban id="cli-ban-vm-on-a" resource="vm" node="a" weight="-1000000" promoted-only="false"/><ban id="own" resource="x" node="a" weight="-1"/></bans></r>`);
  expect(status).toMatchObject({
    quorate: true,
    noQuorumPolicy: "freeze",
    maintenance: false,
    pinned: ["vm"],
  });
});

test("nodes that no device fences are found, unless a device finds out by itself", () => {
  const node = (name: string) => ({
    name,
    kind: "member" as const,
    online: true,
    standby: false,
    maintenance: false,
    pending: false,
    unclean: false,
    coordinator: false,
  });
  const device = (parameters: Record<string, string>) => ({
    id: "f",
    agent: "stonith:fence_ipmilan",
    parameters: new Map(Object.entries(parameters)),
    meta: new Map(),
  });
  const nodes = ["a", "b", "c"].map(node);
  const found = (...devices: Record<string, string>[]) => unfencedNodes(nodes, devices.map(device));
  expect(found({ pcmk_host_list: "a, b" })).toEqual(["c"]);
  expect(found({ pcmk_host_map: "a:1;b:2" }, { pcmk_host_list: "c" })).toEqual([]);
  expect(found({ ip: "10.0.0.1" })).toBeNull();
  expect(found()).toEqual(["a", "b", "c"]);
});
