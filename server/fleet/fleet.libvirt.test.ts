import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { guestDomainXml } from "@/e2e/guest/domain-xml";
import { ensureGuest, type Guest } from "@/e2e/guest/guest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { act } from "../domain/lifecycle";
import { testHost } from "../host/test-host.test-data";
import { Connection } from "../libvirt/connection";
import { buildXml } from "../xml/build-xml";
import { Fleet } from "./fleet";
import type { FleetMessage, VmSummary } from "./schema";

const run = promisify(execFile);
const hostId = "local";

/** What a page would know: a snapshot with every delta applied; fails on a gap. */
class Page {
  readonly vms = new Map<string, VmSummary>();
  connection = "connecting";
  /** Whether each is on, by name. */
  networks = new Map<string, boolean>();
  #sequence: number | null = null;
  readonly #waiting = new Set<() => void>();

  readonly listen = (message: FleetMessage) => {
    if (message.type === "delta") {
      expect(message.sequence).toBe((this.#sequence ?? 0) + 1);
      for (const { id } of message.removed) this.vms.delete(id);
    }
    this.#sequence = message.sequence;
    for (const vm of message.vms) this.vms.set(vm.id, vm);
    const host = message.hosts.at(-1);
    this.connection = host?.connection ?? this.connection;
    if (host) this.networks = new Map(host.networks.map(({ name, active }) => [name, active]));
    for (const wake of this.#waiting) wake();
  };

  byName(name: string): VmSummary | undefined {
    return [...this.vms.values()].find((vm) => vm.name === name);
  }

  /** Resolves once `holds` does; the test's time-out is the bound. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }
}

describe("the fleet on a real libvirtd", () => {
  let libvirtd: PrivateLibvirtd;
  let guest: Guest;
  let folder: string;
  let fleet: Fleet;
  const page = new Page();
  const names: string[] = [];

  const virsh = async (...words: string[]) =>
    (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();
  const define = async (name: string) => {
    const path = join(folder, "domain.xml");
    await writeFile(path, guestDomainXml(guest, { name }));
    await virsh("define", path);
    names.push(name);
  };
  const newName = () => `fleet-${randomBytes(4).toString("hex")}`;

  beforeAll(async () => {
    [libvirtd, guest, folder] = await Promise.all([
      startPrivateLibvirtd(),
      ensureGuest(),
      mkdtemp(join(tmpdir(), "fleet-")),
    ]);
    await define(newName());
    fleet = new Fleet([testHost(hostId, libvirtd.uri)], pino({ level: "silent" }));
    fleet.watch(page.listen);
    fleet.start();
    await page.until(() => page.connection === "connected");
  }, 180_000);

  afterAll(async () => {
    for (const name of names) {
      await virsh("destroy", name).catch(() => undefined);
      await virsh("undefine", name).catch(() => undefined);
    }
    await fleet?.stop();
    await libvirtd?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("has loaded what was there before", () => {
    expect(page.byName(names[0] ?? "")).toMatchObject({
      state: "off",
      persistent: true,
      hasSerialConsole: true,
    });
  });

  test("follows what virsh does to a VM, to its end", async () => {
    const name = newName();
    const reaches = (state: VmSummary["state"]) => page.until(() => page.byName(name)?.state === state);
    await define(name);
    await reaches("off");
    await virsh("start", name);
    await reaches("running");
    await virsh("suspend", name);
    await reaches("paused");
    await virsh("resume", name);
    await reaches("running");
    await virsh("managedsave", name);
    await page.until(() => page.byName(name)?.state === "off" && page.byName(name)?.hasSavedState === true);
    await virsh("undefine", "--managed-save", name);
    await page.until(() => page.byName(name) === undefined);
  });

  test("shows a changed definition, and what a device's plugging changed", async () => {
    const name = newName();
    await define(name);
    await page.until(() => page.byName(name)?.title === null);
    await virsh("desc", name, "--config", "--title", "Renamed by hand");
    await page.until(() => page.byName(name)?.title === "Renamed by hand");
    await virsh("start", name);
    await page.until(() => page.byName(name)?.state === "running");
    await virsh("attach-disk", name, guest.initrd, "vdz", "--live", "--mode", "readonly");
    await page.until(() => page.byName(name)?.disks.some((disk) => disk.target === "vdz") === true);
  });

  test("knows which networks are on", async () => {
    const [on, off] = [newName(), newName()];
    for (const [index, name] of [on, off].entries()) {
      const path = join(folder, "network.xml");
      const bridge = { name: "bridge", attributes: { name: `fleet${index}${name.slice(-4)}` } };
      await writeFile(path, buildXml({ name: "network", children: [{ name: "name", text: name }, bridge] }));
      await virsh("net-define", path);
    }
    await virsh("net-start", on);
    await page.until(() => page.networks.get(on) === true && page.networks.get(off) === false);
    await virsh("net-destroy", on);
    await page.until(() => page.networks.get(on) === false);
    for (const name of [on, off]) await virsh("net-undefine", name);
    await page.until(() => !page.networks.has(on) && !page.networks.has(off));
  });

  test("keeps what happened to a VM, in words", async () => {
    const name = names[0] ?? "";
    await virsh("start", name);
    await page.until(() => page.byName(name)?.state === "running");
    const id = page.byName(name)?.id ?? "";
    await fleet
      .host(hostId)
      .run(name, (connection) => act(connection, fleet.vm(hostId, id).handle, "force-off"));
    await page.until(() => page.byName(name)?.state === "off");
    // A reading that was under way may find it off before libvirt's event is there.
    await expect
      .poll(() => fleet.events.of(hostId, id).map(({ detail }) => detail))
      .toEqual(expect.arrayContaining(["Started", "Forced off"]));
  });

  test("answers with words and a code what libvirt refuses", async () => {
    const vm = fleet.vm(hostId, page.byName(names[0] ?? "")?.id ?? "");
    const resume = fleet.host(hostId).run("VM x", (connection) => act(connection, vm.handle, "pause"));
    await expect(resume).rejects.toMatchObject({
      code: "conflict",
      userMessage: expect.stringContaining("VM x"),
    });
  });

  test("costs libvirt no call for a page view", () => {
    const calls = vi.spyOn(Connection.prototype, "call");
    for (let view = 0; view < 100; view += 1) fleet.watch(() => undefined)();
    expect(fleet.vm(hostId, page.byName(names[0] ?? "")?.id ?? "").xml).toContain("<domain");
    expect(calls).not.toHaveBeenCalled();
    calls.mockRestore();
  });

  test("reads figures while watched, and makes no call after", async () => {
    const name = names[0] ?? "";
    await virsh("start", name);
    await page.until(() => page.byName(name)?.state === "running");
    const id = page.byName(name)?.id ?? "";
    const stop = await new Promise<() => void>((resolve) => {
      const leave = fleet.watchStatistics(hostId, 2000, (sample) => {
        if ((sample.vms[id]?.cpu ?? 0) > 0 && (sample.vms[id]?.memoryBytes ?? 0) > 0) resolve(leave);
      });
    });
    const calls = vi.spyOn(Connection.prototype, "call");
    stop();
    await virsh("domstate", name);
    expect(calls.mock.calls.filter(([procedure]) => procedure.includes("stats"))).toEqual([]);
    calls.mockRestore();
  });

  test("keeps the rows while libvirtd is gone, and is exact once it is back", async () => {
    const [kept = "", gone = ""] = [names[0], newName()];
    await define(gone);
    await page.until(() => page.byName(gone) !== undefined);
    await libvirtd.kill();
    await page.until(() => page.connection === "lost");
    expect(page.byName(kept)?.state).toBe("running");
    expect(() => fleet.host(hostId).current()).toThrow(/libvirt/);
    await rm(join(libvirtd.folder, "etc/qemu", `${gone}.xml`), { force: true });
    await libvirtd.start();
    await page.until(() => page.connection === "connected");
    const truth = (await virsh("list", "--all", "--name")).split("\n").filter(Boolean).sort();
    expect([...page.vms.values()].map((vm) => vm.name).sort()).toEqual(truth);
    expect(page.byName(kept)?.state).toBe((await virsh("domstate", kept)) === "running" ? "running" : "off");
  });
});
