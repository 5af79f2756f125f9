import type { Element } from "@xmldom/xmldom";
import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { attributeOf, childOf, childrenOf, parseXml, textOf } from "../../xml/xml";

/** What libvirt and QEMU can make of VMs of the host's own architecture. */
export interface GuestCapabilities {
  /** libvirt's name of the architecture: "x86_64". */
  architecture: string;
  /** KVM can be used. */
  kvm: boolean;
  /** KVM is there, and QEMU gives up where it uses it: see `isBroken`. */
  brokenKvm: boolean;
  /** Machine types by QEMU's names, the newest first. */
  machines: string[];
  cpuModels: { name: string; usable: boolean }[];
  firmware: { uefi: boolean; secureBoot: boolean; files: string[] } | null;
  /** Whether a TPM can be emulated: libvirt looks for swtpm; null where it does not tell. */
  swtpm: boolean | null;
}

/**
 * Asks libvirt (https://libvirt.org/formatcaps.html, https://libvirt.org/formatdomaincaps.html). Drivers without
 * domain capabilities, as that for tests, leave models and firmware open.
 */
export async function readGuestCapabilities(connection: Connection): Promise<GuestCapabilities> {
  const { capabilities } = await connection.call("connect_get_capabilities");
  const root = parseXml(capabilities).documentElement;
  const architecture = textOf(childOf(root, "host", "cpu", "arch")) ?? "";
  const guest = childrenOf(root, "guest")
    .filter((found) => textOf(childOf(found, "os_type")) === "hvm")
    .map((found) => childOf(found, "arch"))
    .find((arch) => attributeOf(arch, "name") === architecture);
  const machines = machinesOf(guest ?? null);
  if (!childrenOf(guest, "domain").some((domain) => attributeOf(domain, "type") === "kvm")) {
    const emulated = await domainCapabilities(connection, architecture, "qemu");
    return { architecture, kvm: false, brokenKvm: false, machines, ...emulated };
  }
  const domain = await domainCapabilities(connection, architecture, "kvm");
  if (!isBroken(domain)) return { architecture, kvm: true, brokenKvm: false, machines, ...domain };
  const emulated = await domainCapabilities(connection, architecture, "qemu");
  return { architecture, kvm: false, brokenKvm: true, machines, ...emulated };
}

type DomainCapabilities = Pick<GuestCapabilities, "cpuModels" | "firmware" | "swtpm">;

/** What every 64-bit x86 processor with virtualization has: QEMU's models of the least of them. */
const leastModels = ["qemu64", "kvm64"];

/**
 * Whether KVM lacks what every processor that can virtualize has, as within a VM whose own hypervisor passes KVM on by
 * halves. QEMU asks KVM for each model's features when libvirt looks at it, so that nothing has to be started to know.
 */
function isBroken({ cpuModels }: DomainCapabilities): boolean {
  const least = cpuModels.filter(({ name }) => leastModels.includes(name));
  return least.length > 0 && least.every(({ usable }) => !usable);
}

async function domainCapabilities(
  connection: Connection,
  architecture: string,
  virttype: "kvm" | "qemu",
): Promise<DomainCapabilities> {
  try {
    const { capabilities } = await connection.call("connect_get_domain_capabilities", {
      emulatorbin: null,
      arch: architecture,
      machine: architecture === "x86_64" ? "q35" : "virt",
      virttype,
      flags: 0,
    });
    return readDomainCapabilities(parseXml(capabilities).documentElement);
  } catch (error) {
    if (!(error instanceof LibvirtError)) throw error;
    return { cpuModels: [], firmware: null, swtpm: null };
  }
}

function readDomainCapabilities(root: Element | null) {
  const loader = childOf(root, "os", "loader");
  return {
    cpuModels: childrenOf(childOf(root, "cpu"), "mode")
      .filter((mode) => attributeOf(mode, "name") === "custom")
      .flatMap((mode) => childrenOf(mode, "model"))
      .map((model) => ({ name: textOf(model) ?? "", usable: attributeOf(model, "usable") !== "no" })),
    firmware: {
      uefi: valuesOf(childOf(root, "os"), "firmware").includes("efi"),
      secureBoot: valuesOf(loader, "secure").includes("yes"),
      files: childrenOf(loader, "value").flatMap((value) => textOf(value) ?? []),
    },
    swtpm: valuesOf(childOf(root, "devices", "tpm"), "backendModel").includes("emulator"),
  };
}

/** The values of `<enum name=…>` below an element. */
function valuesOf(parent: Element | null, name: string): string[] {
  return childrenOf(parent, "enum")
    .filter((found) => attributeOf(found, "name") === name)
    .flatMap((found) => childrenOf(found, "value"))
    .flatMap((value) => textOf(value) ?? []);
}

/** Those that VMs are made of here: "q35" stands for the newest of its kind, and others are for special purposes. */
const versionedMachine = /^(pc-q35|pc-i440fx|virt)-\d/;

/** Without those that QEMU is going to drop. */
function machinesOf(guest: Element | null): string[] {
  const names = childrenOf(guest, "machine")
    .filter((machine) => attributeOf(machine, "deprecated") !== "yes")
    .flatMap((machine) => textOf(machine) ?? [])
    .filter((name) => versionedMachine.test(name));
  const byNumber = new Intl.Collator("en", { numeric: true });
  return [...new Set(names)].sort((left, right) => byNumber.compare(right, left));
}
