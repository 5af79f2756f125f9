import { devicesOf } from "../../domain/devices/find-device";
import { AppError } from "../../errors";
import { LibvirtError } from "../../libvirt/errors";
import { domainAffect } from "../../libvirt/protocol/constants.gen";
import { attributeOf, childOf, parseXml } from "../../xml/xml";
import { type RunningMachine, unplug } from "../live/unplug";
import type { LiveChange, LivePin } from "./hardware-input.schema";

const flags = domainAffect.LIVE;

/** Does what was planned; what is so already is left alone. */
export async function carryOut(machine: RunningMachine, change: LiveChange): Promise<void> {
  const { connection, dom } = machine;
  switch (change.act) {
    case "attach":
      if (!(await hasKey(machine, change.key)))
        await connection.call("domain_attach_device_flags", { dom, xml: change.xml, flags });
      return;
    case "detach":
      return unplug(machine, change.alias, named(change.alias));
    case "update":
      await connection.call("domain_update_device_flags", { dom, xml: change.xml, flags });
      return;
    case "vcpus":
      return setVcpus(machine, change);
    case "memory":
      await connection.call("domain_set_memory_flags", { dom, memory: BigInt(change.kibibytes), flags });
      return;
    case "pins":
      for (const pin of change.pins) await pinThread(machine, pin, pin.cpus);
  }
}

/** Whether it is so by now. What can't be read back libvirt has answered for. */
export async function isDone(machine: RunningMachine, change: LiveChange): Promise<boolean> {
  if (change.act === "attach") return hasKey(machine, change.key);
  return change.act !== "detach" || !(await hasAlias(machine, change.alias));
}

/** Takes it back. */
export async function takeBack(machine: RunningMachine, change: LiveChange): Promise<void> {
  const { connection, dom } = machine;
  switch (change.act) {
    case "attach":
      return unplugKey(machine, change.key);
    case "detach":
      if (!(await hasAlias(machine, change.alias)))
        await connection.call("domain_attach_device_flags", { dom, xml: change.xml, flags });
      return;
    case "update":
      return carryOut(machine, { ...change, xml: change.before, before: change.xml });
    case "vcpus":
      return carryOut(machine, { ...change, count: change.before });
    case "memory":
      return carryOut(machine, { ...change, kibibytes: change.before });
    case "pins":
      for (const pin of change.pins) await pinThread(machine, pin, pin.before);
  }
}

async function pinThread(
  { connection, dom }: RunningMachine,
  { of, number }: LivePin,
  cpus: readonly number[],
) {
  const cpumap = cpuMap(cpus);
  switch (of) {
    case "vcpu":
      return connection.call("domain_pin_vcpu_flags", { dom, vcpu: number, cpumap, flags });
    case "emulator":
      return connection.call("domain_pin_emulator", { dom, cpumap, flags });
    case "iothread":
      return connection.call("domain_pin_iothread", { dom, iothreads_id: number, cpumap, flags });
  }
}

/** A bit for each CPU, the lowest first (virDomainPinVcpu's cpumap). */
function cpuMap(cpus: readonly number[]): Uint8Array {
  const map = new Uint8Array(Math.floor(Math.max(0, ...cpus) / 8) + 1);
  for (const cpu of cpus) {
    const byte = Math.floor(cpu / 8);
    map[byte] = (map[byte] ?? 0) | (1 << (cpu % 8));
  }
  return map;
}

async function unplugKey(machine: RunningMachine, key: string): Promise<void> {
  const device = (await devices(machine)).find((one) => one.key === key);
  const alias = attributeOf(childOf(device?.element, "alias"), "name");
  if (alias !== null) await unplug(machine, alias, named(alias));
}

function named(alias: string): string {
  return `the device (${alias})`;
}

async function hasKey(machine: RunningMachine, key: string): Promise<boolean> {
  return (await devices(machine)).some((device) => device.key === key);
}

async function hasAlias(machine: RunningMachine, alias: string): Promise<boolean> {
  return (await devices(machine)).some(
    ({ element }) => attributeOf(childOf(element, "alias"), "name") === alias,
  );
}

async function devices({ connection, dom }: RunningMachine) {
  const { xml } = await connection.call("domain_get_xml_desc", { dom, flags: 0 });
  return devicesOf(parseXml(xml));
}

/**
 * libvirt waits some seconds for the guest to give vCPUs back (qemuDomainHotplugDelVcpu: "vcpu unplug request timed out").
 * Before a system has taken the machine over, QEMU does not even ask ("device unplug request for not supported device type").
 */
async function setVcpus(
  { connection, dom, vmName }: RunningMachine,
  { count, before }: { count: number; before: number },
): Promise<void> {
  try {
    await connection.call("domain_set_vcpus_flags", { dom, nvcpus: count, flags });
  } catch (error) {
    const isKept = error instanceof LibvirtError && /unplug request/.test(error.message);
    throw isKept && count < before ? keptVcpus(vmName, error) : error;
  }
}

function keptVcpus(vmName: string, cause: unknown): AppError {
  return new AppError("timed-out", {
    userMessage: `The guest of ${vmName} did not give its vCPUs back. It may still do so later; the page then shows it. Have its system switch them off first, or change the definition only.`,
    cause,
  });
}
