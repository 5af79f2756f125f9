import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { compareCpuFlags } from "../libvirt/protocol/constants.gen";
import { attributeOf, childOf, parseXml, textOf } from "../xml/xml";

/** Whether the host's CPUs do for a VM. */
export interface CpuFit {
  /** In libvirt's words, with the features that are missing; null where they do. */
  problem: string | null;
  /** The model that does on both hosts; null where there is none, or it was not asked for. */
  commonModel: string | null;
  /** The VM has its host's CPU as it is, and the other host's is another; null where that can't be told. */
  isUnlike: boolean | null;
}

/** Nothing stands against it. */
export const fits: CpuFit = { problem: null, commonModel: null, isUnlike: false };
/** Modes in which the CPU is what the host has (https://libvirt.org/formatdomain.html#cpu-model-and-topology). */
const ofTheHost: readonly (string | null)[] = ["host-passthrough", "maximum"];

/**
 * Asks the target whether its hypervisor can give a running VM the CPU that it has
 * (https://libvirt.org/html/libvirt-libvirt-host.html#virConnectCompareHypervisorCPU), and where it can't, both for a model that both have.
 * @param xml The VM's migratable definition, in which the CPU is one of a model with features.
 */
export async function cpuFit({ here, there }: BothHosts, xml: string): Promise<CpuFit> {
  const root = parseXml(xml).documentElement;
  const cpu = childOf(root, "cpu");
  const type = childOf(root, "os", "type");
  const machine = {
    emulator: textOf(childOf(root, "devices", "emulator")),
    arch: attributeOf(type, "arch"),
    machine: attributeOf(type, "machine"),
    virttype: attributeOf(root, "type"),
  };
  if (ofTheHost.includes(attributeOf(cpu, "mode"))) return likeness({ here, there }, machine);
  if (cpu === null || childOf(cpu, "model") === null) return fits;
  try {
    await there.call("connect_compare_hypervisor_cpu", {
      ...machine,
      xmlCPU: cpu.toString(),
      flags: compareCpuFlags.FAIL_INCOMPATIBLE,
    });
    return fits;
  } catch (error) {
    if (!(error instanceof LibvirtError)) throw error;
    return {
      problem: error.message,
      commonModel: await commonModel({ here, there }, machine),
      isUnlike: false,
    };
  }
}

type Machine = {
  emulator: string | null;
  arch: string | null;
  machine: string | null;
  virttype: string | null;
};

type BothHosts = Record<"here" | "there", Pick<Connection, "call">>;

/** Whether both hosts' CPUs are the same, by what their hypervisors give a VM of "host-model". */
async function likeness({ here, there }: BothHosts, machine: Machine): Promise<CpuFit> {
  try {
    const [ours, theirs] = await Promise.all([hostModel(here, machine), hostModel(there, machine)]);
    if (ours === theirs) return fits;
    return {
      problem: null,
      commonModel: await commonModel({ here, there }, machine),
      isUnlike: ours === "" || theirs === "" ? null : true,
    };
  } catch (error) {
    if (error instanceof LibvirtError) return { ...fits, isUnlike: null };
    throw error;
  }
}

async function commonModel({ here, there }: BothHosts, machine: Machine): Promise<string | null> {
  try {
    const models = await Promise.all([hostModel(here, machine), hostModel(there, machine)]);
    const cpus = models.map((model) => `<cpu>${model}</cpu>`);
    const { cpu } = await here.call("connect_baseline_hypervisor_cpu", {
      ...machine,
      xmlCPUs: cpus,
      flags: 0,
    });
    return textOf(childOf(parseXml(cpu).documentElement, "model"));
  } catch (error) {
    // Without it the finding says less, and nothing else depends on it.
    if (error instanceof LibvirtError) return null;
    throw error;
  }
}

/** What the host's hypervisor gives a VM of "host-model", as elements; "" where it has no such. */
async function hostModel(connection: Pick<Connection, "call">, machine: Machine): Promise<string> {
  const { emulator, ...rest } = machine;
  const { capabilities } = await connection.call("connect_get_domain_capabilities", {
    emulatorbin: emulator,
    ...rest,
    flags: 0,
  });
  const modes = parseXml(capabilities).getElementsByTagName("mode");
  const model = [...modes].find((mode) => attributeOf(mode, "name") === "host-model");
  return [...(model?.childNodes ?? [])].map(String).join("");
}
