import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { stopProcess } from "@/e2e/stop-process";
import { Connection, type ConnectionOptions } from "./connection";
import { unixDialer } from "./dial/unix";
import { allDomainStatsFlags, domainControlState, domainState } from "./protocol/constants.gen";
import { typedParametersToMap } from "./typed-parameters";

const never = { timeoutMs: 0 };

let libvirtd: PrivateLibvirtd;
let connection: Connection;

function open(options?: ConnectionOptions): Promise<Connection> {
  return Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system", options);
}

async function start(name: string) {
  const { dom } = await connection.call("domain_create_xml", { xml_desc: bareDomainXml(name), flags: 0 });
  return dom;
}

beforeEach(async () => {
  libvirtd = await startPrivateLibvirtd();
  connection = await open();
});

afterEach(async () => {
  await connection.close();
  await libvirtd.stop();
});

/** Stops a guest's process; a call that needs its monitor hangs from then on. */
async function stopGuest(name: string): Promise<number> {
  const pid = await libvirtd.guestPid(name);
  stopProcess(pid);
  return pid;
}

describe("libvirtd", () => {
  test("killed in the middle of calls rejects them, and guests are there when it comes back", async () => {
    const dom = await start("survivor");
    await stopGuest("survivor");
    const monitor = connection.call("qemu_domain_monitor_command", { dom, cmd: "{}", flags: 0 }, never);
    const rejected = expect(monitor).rejects.toMatchObject({ name: "ConnectionError", kind: "closed" });
    await libvirtd.kill();
    await rejected;
    expect(await connection.closed).toMatchObject({ name: "ConnectionError", kind: "closed" });
    process.kill(await libvirtd.guestPid("survivor"), "SIGCONT");
    await libvirtd.start();
    connection = await open();
    expect(await connection.call("domain_get_state", { dom, flags: 0 })).toMatchObject({
      state: domainState.RUNNING,
    });
  });

  test("that does not answer is a time-out of the call, and the connection goes on when it does", async () => {
    libvirtd.pause();
    await expect(
      connection.call("connect_get_hostname", undefined, { timeoutMs: 100 }),
    ).rejects.toMatchObject({
      name: "ConnectionError",
      kind: "timeout",
    });
    libvirtd.resume();
    await expect(connection.call("connect_get_hostname")).resolves.toBeDefined();
  });

  test("that gives no sign of life ends the connection and all calls", async () => {
    const impatient = await open({ keepAliveSeconds: 0.1 });
    libvirtd.pause();
    const call = impatient.call("connect_get_hostname", undefined, never);
    await expect(call).rejects.toMatchObject({ name: "ConnectionError", kind: "timeout" });
    expect(await impatient.closed).toMatchObject({ kind: "timeout" });
    libvirtd.resume();
  });
});

describe("a guest whose QEMU hangs", () => {
  test("holds up nothing but the calls that need it", async () => {
    const [hung, well] = [await start("hung"), await start("well")];
    const pid = await stopGuest("hung");
    const cmd = JSON.stringify({ execute: "query-status" });
    const command = connection.call("qemu_domain_monitor_command", { dom: hung, cmd, flags: 0 }, never);

    expect(await connection.call("domain_get_state", { dom: hung, flags: 0 })).toMatchObject({
      state: domainState.RUNNING,
    });
    const { domains } = await connection.call("connect_list_all_domains", { need_results: 1, flags: 0 });
    expect(domains.map(({ name }) => name).sort()).toEqual(["hung", "well"]);
    const { xml } = await connection.call("domain_get_xml_desc", { dom: hung, flags: 0 });
    expect(xml).toContain("hung");
    const { result } = await connection.call("qemu_domain_monitor_command", { dom: well, cmd, flags: 0 });
    expect(result).toContain("running");

    process.kill(pid, "SIGCONT");
    expect((await command).result).toContain("running");
  });

  test("does not hold up statistics that do not wait", async () => {
    const [hung, well] = [await start("hung"), await start("well")];
    const pid = await stopGuest("hung");
    const cmd = JSON.stringify({ execute: "query-status" });
    const command = connection.call("qemu_domain_monitor_command", { dom: hung, cmd, flags: 0 }, never);
    // The command must have the guest's job before the statistics ask for it.
    await waitUntilOccupied(hung);
    const flags = allDomainStatsFlags.NOWAIT;
    const { retStats } = await connection.call("connect_get_all_domain_stats", {
      doms: [hung, well],
      stats: 0,
      flags,
    });
    const states = retStats.map(({ dom, params }) => [
      dom.name,
      typedParametersToMap(params).get("state.state"),
    ]);
    expect(Object.fromEntries(states)).toEqual({ hung: domainState.RUNNING, well: domainState.RUNNING });
    process.kill(pid, "SIGCONT");
    await command;
  });

  test("keeps the places of calls that were given up until they end", async () => {
    const hung = await start("hung");
    const pid = await stopGuest("hung");
    const cmd = JSON.stringify({ execute: "query-status" });
    const given = Array.from({ length: 4 }, () =>
      connection.call("qemu_domain_monitor_command", { dom: hung, cmd, flags: 0 }, { timeoutMs: 50 }),
    );
    for (const call of given) await expect(call).rejects.toMatchObject({ kind: "timeout" });
    // All four are still with libvirtd, which would stop reading at five: this one has to wait, and does.
    const waiting = connection.call("connect_get_hostname", undefined, { timeoutMs: 50 });
    await expect(waiting).rejects.toMatchObject({ kind: "timeout" });
    const patient = connection.call("connect_get_hostname", undefined, never);
    process.kill(pid, "SIGCONT");
    await expect(patient).resolves.toBeDefined();
  });
});

/** Until somebody waits for the guest's monitor. */
async function waitUntilOccupied(dom: Awaited<ReturnType<typeof start>>): Promise<void> {
  for (;;) {
    const { state } = await connection.call("domain_get_control_info", { dom, flags: 0 });
    if (state === domainControlState.JOB || state === domainControlState.OCCUPIED) return;
  }
}
