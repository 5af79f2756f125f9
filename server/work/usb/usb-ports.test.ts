import { beforeEach, describe, expect, test, vi } from "vitest";
import type { VmKey } from "../../database/definition-versions";
import { usbPortAlias } from "../../domain/usb-ports";
import { AppError } from "../../errors";
import type { FleetMessage } from "../../fleet/schema";
import { silentLog } from "../../job/test-world.test-data";
import type { CarriedUsb } from "../../pci/carried.schema";
import { UsbPorts } from "./usb-ports";

const vm = { hostId: "h", vmId: "7a1f0c8e-5f0e-4a51-8f3b-000000000001" };
const usb = (port: string, device: number): CarriedUsb => ({
  bus: "usb",
  port,
  place: { bus: 1, device },
  ids: { vendorId: "046d", productId: "c52b" },
  label: "Receiver",
  uses: [],
  carriers: [],
});

/** A host with one VM: what Passdeck hears of it, and what it does to the running machine. */
class World {
  running = true;
  ports: string[] = [];
  /** What the machine has, by alias. */
  readonly devices = new Map<string, string>();
  readonly calls: string[] = [];
  refusal: string | null = null;
  readonly #fleetListeners = new Set<(message: FleetMessage) => void>();
  readonly #hardware = new Set<(report: { carried: CarriedUsb[] }) => void>();
  readonly #definitions = new Set<(vm: VmKey) => void>();
  #carried: CarriedUsb[] = [];
  readonly usbPorts = new UsbPorts({
    fleet: this.#fleet() as never,
    definitions: {
      watch: (listener: (vm: VmKey) => void) => this.#add(this.#definitions, listener),
      versions: { latest: () => ({ xml: this.#saved() }) },
    } as never,
    log: silentLog,
  });

  get looksAtHardware(): boolean {
    return this.#hardware.size > 0;
  }

  plugIn(...devices: CarriedUsb[]): void {
    this.#carried = devices;
    for (const listener of this.#hardware) listener({ carried: devices });
  }

  redefine(...ports: string[]): void {
    this.ports = ports;
    for (const listener of this.#definitions) listener(vm);
  }

  turn(running: boolean): void {
    this.running = running;
    this.devices.clear();
    const summary = { hostId: vm.hostId, id: vm.vmId, state: running ? "running" : "off" };
    for (const listener of this.#fleetListeners) listener({ vms: [summary] } as never);
  }

  #saved(): string {
    const notes = this.ports.map((port) => `<passdeck:usb-port port='${port}'/>`).join("");
    const root = `<passdeck:vm xmlns:passdeck='urn:passdeck:vm:1'>${notes}</passdeck:vm>`;
    return `<domain><name>a</name><metadata>${root}</metadata><devices/></domain>`;
  }

  #live(): string {
    return `<domain id='1'><devices>${[...this.devices.values()].join("")}</devices></domain>`;
  }

  #fleet() {
    const record = () => ({
      handle: { name: "a" },
      summary: { id: vm.vmId, name: "a", state: this.running ? "running" : "off" },
      xml: this.running ? this.#live() : "",
    });
    const run = (_subject: string, work: (connection: unknown) => Promise<unknown>) =>
      work({
        call: (name: string, input: Record<string, unknown>) => this.#call(name, input),
        on: () => () => {},
      });
    return {
      host: () => ({ run, runLong: run }),
      vm: record,
      findVm: record,
      watch: (listener: (message: FleetMessage) => void) => this.#add(this.#fleetListeners, listener),
      watchHardware: (_host: string, listener: (report: { carried: CarriedUsb[] }) => void) => {
        listener({ carried: this.#carried });
        return this.#add(this.#hardware, listener);
      },
    };
  }

  async #call(name: string, input: Record<string, unknown>): Promise<unknown> {
    switch (name) {
      case "domain_get_xml_desc":
        return { xml: input.flags === 0 && this.running ? this.#live() : this.#saved() };
      case "domain_is_active":
        return { active: this.running ? 1 : 0 };
      case "domain_attach_device_flags": {
        const xml = String(input.xml);
        this.calls.push(`in ${/device=["'](\d+)/.exec(xml)?.[1]}`);
        if (this.refusal !== null) throw new AppError("conflict", { userMessage: this.refusal });
        this.devices.set(/name=["']([^"']+)/.exec(xml)?.[1] ?? "", xml);
        return {};
      }
      case "domain_detach_device_alias":
        this.calls.push(`out ${input.alias}`);
        this.devices.delete(String(input.alias));
        return {};
      default:
        return { callbackID: 1 };
    }
  }

  #add<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
}

let world: World;
beforeEach(() => {
  world = new World();
  const stop = world.usbPorts.follow();
  return stop;
});
const done = (...calls: string[]) => vi.waitFor(() => expect(world.calls).toEqual(calls));

describe("a VM that runs", () => {
  test("gets what is plugged into its port, also what was there before, and what is another one by now", async () => {
    world.plugIn(usb("1-4.2", 7));
    world.redefine("1-4.2");
    await done("in 7");
    world.plugIn(usb("1-4.2", 7), usb("1-3", 8));
    world.plugIn(usb("1-4.2", 9));
    await vi.waitFor(() => expect(world.calls).toContain("in 9"));
    expect(world.calls.slice(0, 2)).toEqual(["in 7", `out ${usbPortAlias("1-4.2")}`]);
  });

  test("is looked after for as long as it runs and has a port", async () => {
    expect(world.looksAtHardware).toBe(false);
    world.redefine("1-4.2");
    expect(world.looksAtHardware).toBe(true);
    world.turn(false);
    expect(world.looksAtHardware).toBe(false);
    world.turn(true);
    expect(world.looksAtHardware).toBe(true);
    world.redefine();
    expect(world.looksAtHardware).toBe(false);
  });

  test("has why libvirt refuses, is not asked the same again and again, and again once a VM has ended", async () => {
    const heard = vi.fn();
    world.usbPorts.watch(heard);
    world.refusal = "It is in use by the VM b.";
    world.redefine("1-4.2");
    world.plugIn(usb("1-4.2", 7));
    await vi.waitFor(() => expect(world.usbPorts.problemOf(vm, "1-4.2")).toBe(world.refusal));
    expect(heard).toHaveBeenCalledWith(vm);
    world.plugIn(usb("1-4.2", 7));
    world.plugIn(usb("1-4.2", 7), usb("1-3", 8));
    await done("in 7");
    world.refusal = null;
    world.turn(false);
    world.turn(true);
    await done("in 7", "in 7");
    await vi.waitFor(() => expect(world.usbPorts.problemOf(vm, "1-4.2")).toBeNull());
  });
});
