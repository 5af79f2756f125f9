import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Connection, type ConnectionOptions } from "./connection";
import { unixDialer } from "./dial/unix";
import {
  domainAffect,
  domainEventId,
  domainEventType,
  domainState,
  errorDomain,
  errorNumber,
} from "./protocol/constants.gen";
import type { EventMessage } from "./protocol/events.gen";
import { typedParameter, typedParametersToMap } from "./typed-parameters";
import { parseLibvirtUri } from "./uri";
import { formatUuid } from "./uuid";

const testDomain = "test";

let libvirtd: PrivateLibvirtd;
let qemu: Connection;
let testDriver: Connection;

function open(uri: string, options?: ConnectionOptions): Promise<Connection> {
  const target = parseLibvirtUri(uri);
  return Connection.open(target.dialer, target.uri, options);
}

async function define(name: string) {
  const { dom } = await qemu.call("domain_define_xml_flags", { xml: bareDomainXml(name), flags: 0 });
  return dom;
}

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  qemu = await open(libvirtd.uri);
  testDriver = await open(libvirtd.testUri);
});

afterAll(async () => {
  await qemu?.close();
  await testDriver?.close();
  await libvirtd?.stop();
});

describe("calls", () => {
  test("tell what the test driver has", async () => {
    const { domains } = await testDriver.call("connect_list_all_domains", { need_results: 1, flags: 0 });
    expect(domains.map(({ name }) => name)).toEqual([testDomain]);
    const [dom] = domains;
    if (dom === undefined) return;
    const { xml } = await testDriver.call("domain_get_xml_desc", { dom, flags: 0 });
    expect(xml).toContain(`<uuid>${formatUuid(dom.uuid)}</uuid>`);
    expect(await testDriver.call("domain_get_state", { dom, flags: 0 })).toMatchObject({
      state: domainState.RUNNING,
    });
    const info = await testDriver.call("domain_get_info", { dom });
    expect(info.maxMem).toBe(8_388_608n);
    expect((await testDriver.call("connect_get_lib_version")).lib_ver).toBeGreaterThanOrEqual(7_000_000n);
  });

  test("answer a thousand at once, each its own", async () => {
    const doms = await Promise.all(Array.from({ length: 20 }, (_, index) => define(`many-${index}`)));
    const asked = Array.from({ length: 1000 }, async (_, index) => {
      const dom = doms[index % doms.length];
      if (dom === undefined) return false;
      const { xml } = await qemu.call("domain_get_xml_desc", { dom, flags: 0 });
      return xml.includes(`<name>${dom.name}</name>`);
    });
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1000);
  });

  test("are refused with libvirt's code, domain and words", async () => {
    await expect(qemu.call("domain_lookup_by_name", { name: "nobody" })).rejects.toMatchObject({
      name: "LibvirtError",
      message: expect.stringContaining("nobody"),
      code: errorNumber.NO_DOMAIN,
      domain: errorDomain.QEMU,
      procedure: "domain_lookup_by_name",
      level: 2,
      details: { str2: expect.stringContaining("nobody") },
    });
    await expect(testDriver.call("domain_lookup_by_name", { name: "nobody" })).rejects.toMatchObject({
      code: errorNumber.NO_DOMAIN,
      domain: errorDomain.TEST,
    });
  });

  test("write typed parameters, and read them back", async () => {
    const dom = await define("parameters");
    const params = [
      typedParameter("hard_limit", "ullong", 1_048_576n),
      typedParameter("soft_limit", "ullong", 524_288n),
    ];
    const flags = domainAffect.CONFIG;
    await qemu.call("domain_set_memory_parameters", { dom, params, flags });
    const { nparams } = await qemu.call("domain_get_memory_parameters", { dom, nparams: 0, flags });
    const read = await qemu.call("domain_get_memory_parameters", { dom, nparams, flags });
    const map = typedParametersToMap(read.params);
    expect([map.get("hard_limit"), map.get("soft_limit")]).toEqual([1_048_576n, 524_288n]);
  });

  test("give the statistics of a running guest", async () => {
    const dom = await define("counted");
    await qemu.call("domain_create_with_flags", { dom, flags: 0 });
    const { retStats } = await qemu.call("connect_get_all_domain_stats", { doms: [dom], stats: 0, flags: 0 });
    expect(retStats.map((stats) => stats.dom.name)).toEqual(["counted"]);
    const map = typedParametersToMap(retStats[0]?.params ?? []);
    expect(map.get("state.state")).toBe(domainState.RUNNING);
    expect(map.get("vcpu.current")).toBe(1);
    expect(map.get("cpu.time")).toBeTypeOf("bigint");
    await qemu.call("domain_destroy_flags", { dom, flags: 0 });
  });

  test("reach QEMU's own program", async () => {
    const dom = await define("monitored");
    await qemu.call("domain_create_with_flags", { dom, flags: 0 });
    const cmd = JSON.stringify({ execute: "query-status" });
    const { result } = await qemu.call("qemu_domain_monitor_command", { dom, cmd, flags: 0 });
    expect(JSON.parse(result)).toMatchObject({ return: { status: "running" } });
    await qemu.call("domain_destroy_flags", { dom, flags: 0 });
  });
});

describe("events", () => {
  test("tell a domain's life from its definition to its end", async () => {
    const seen: number[] = [];
    const { callbackID } = await qemu.call("connect_domain_event_callback_register_any", {
      eventID: domainEventId.LIFECYCLE,
      dom: null,
    });
    const undefined_ = new Promise<void>((resolve) => {
      qemu.on(
        "domain_event_callback_lifecycle",
        (message: EventMessage["domain_event_callback_lifecycle"]) => {
          if (message.msg.dom.name !== "short-lived") return;
          expect(message.callbackID).toBe(callbackID);
          seen.push(message.msg.event);
          if (message.msg.event === domainEventType.UNDEFINED) resolve();
        },
      );
    });
    const dom = await define("short-lived");
    await qemu.call("domain_create_with_flags", { dom, flags: 1 });
    await qemu.call("domain_resume", { dom });
    await qemu.call("domain_destroy_flags", { dom, flags: 0 });
    await qemu.call("domain_undefine_flags", { dom, flags: 0 });
    await undefined_;
    const { DEFINED, STARTED, STOPPED, UNDEFINED } = domainEventType;
    const milestones: number[] = [DEFINED, STARTED, STOPPED, UNDEFINED];
    expect(seen.filter((event) => milestones.includes(event))).toEqual(milestones);
    await qemu.call("connect_domain_event_callback_deregister_any", { callbackID });
  });

  test("come from QEMU's monitor as well, until nobody listens", async () => {
    const dom = await define("noisy");
    await qemu.call("qemu_connect_domain_monitor_event_register", { dom: null, event: null, flags: 0 });
    const events: string[] = [];
    const unsubscribe = qemu.on("qemu_domain_monitor_event", ({ event }) => events.push(event));
    await qemu.call("domain_create_with_flags", { dom, flags: 0 });
    await qemu.call("domain_suspend", { dom });
    expect(events).toContain("STOP");
    unsubscribe();
    const before = events.length;
    await qemu.call("domain_resume", { dom });
    await qemu.call("domain_destroy_flags", { dom, flags: 0 });
    expect(events).toHaveLength(before);
  });
});

describe("opening", () => {
  test("a connection for reading only refuses to change anything", async () => {
    const socket = libvirtd.socketPath.replace(/-sock$/, "-sock-ro");
    const reader = await open(`qemu+unix:///system?socket=${socket}`, { readOnly: true });
    await expect(
      reader.call("domain_define_xml_flags", { xml: bareDomainXml("x"), flags: 0 }),
    ).rejects.toMatchObject({
      code: errorNumber.OPERATION_DENIED,
    });
    await reader.close();
  });

  test("a driver that is not there is libvirt's error", async () => {
    await expect(Connection.open(unixDialer(libvirtd.socketPath), "vbox:///session")).rejects.toMatchObject({
      name: "LibvirtError",
      code: errorNumber.NO_CONNECT,
    });
  });

  test("a socket that is not there is named", async () => {
    const opening = Connection.open(unixDialer("/nowhere/libvirt-sock"), "qemu:///system");
    await expect(opening).rejects.toMatchObject({ name: "ConnectionError", kind: "not-found" });
    await expect(opening).rejects.toThrow("/nowhere/libvirt-sock");
  });

  test("a socket that a dead daemon left is told from one that is missing", async () => {
    const dead = await startPrivateLibvirtd();
    await dead.kill();
    await expect(open(dead.uri)).rejects.toMatchObject({ name: "ConnectionError", kind: "refused" });
    await dead.stop();
  });
});

test("answers the daemon's pings, so that the daemon keeps the connection", async () => {
  const pinging = await startPrivateLibvirtd({
    settings: { libvirtd: ["keepalive_interval = 1", "keepalive_count = 1"] },
  });
  const dialer = unixDialer(pinging.socketPath);
  const sockets: NodeJS.ReadableStream[] = [];
  const watched = {
    ...dialer,
    dial: async () => {
      const socket = await dialer.dial();
      sockets.push(socket);
      return socket;
    },
  };
  const connection = await Connection.open(watched, "test:///default", { daemonPings: true });
  // A second ping comes only where the first was answered: one is all that this daemon lets pass.
  for (let ping = 0; ping < 3; ping += 1) await once(sockets[0] as NodeJS.ReadableStream, "data");
  await expect(connection.call("connect_get_hostname")).resolves.toBeDefined();
  await connection.close();
  await pinging.stop();
});
