import type { Document, Element } from "@xmldom/xmldom";
import { domainOf } from "../../domain/edit/domain-root";
import { handedDevices } from "../../domain/host-devices/read-host-devices";
import { sizeOf } from "../../units/memory-size";
import { readNumber } from "../../units/read-number";
import { attributeOf, childOf, childrenOf, textOf } from "../../xml/xml";
import type { ExportedVm } from "./exported-vm";
import { readCards } from "./read-cards";
import { readDisk, readNetwork } from "./read-devices";

/** Reads of a definition what other programs' formats can say. */
export function readVm(document: Document): ExportedVm {
  const domain = domainOf(document);
  const devices = childOf(domain, "devices");
  const os = childOf(domain, "os");
  const features = childOf(domain, "features");
  const has = (name: string) => childrenOf(devices, name).length > 0;
  return {
    name: textOf(childOf(domain, "name")) ?? "vm",
    title: textOf(childOf(domain, "title")),
    description: textOf(childOf(domain, "description")),
    uuid: textOf(childOf(domain, "uuid")),
    machine: machineOf(os),
    arm: attributeOf(childOf(os, "type"), "arch") === "aarch64",
    kvm: attributeOf(domain, "type") === "kvm",
    firmware: readFirmware(os),
    tpm: has("tpm"),
    cpu: readCpu(domain),
    memory: readMemory(domain, devices),
    hyperv: readHyperv(domain, features),
    hideKvm: isOn(childOf(features, "kvm", "hidden")),
    localTime: attributeOf(childOf(domain, "clock"), "offset") === "localtime",
    suspend: {
      memory: enabled(childOf(domain, "pm", "suspend-to-mem")),
      disk: enabled(childOf(domain, "pm", "suspend-to-disk")),
    },
    operatingSystem: operatingSystemOf(domain),
    disks: childrenOf(devices, "disk").map(readDisk),
    networks: childrenOf(devices, "interface").map(readNetwork),
    cards: readCards(document),
    otherDevices: handedDevices(document).filter(({ source }) => source.bus !== "pci"),
    bootKinds: childrenOf(os, "boot").flatMap((boot) => attributeOf(boot, "dev") ?? []),
    ...readPlainDevices(devices),
  };
}

function machineOf(os: Element | null): ExportedVm["machine"] {
  const name = attributeOf(childOf(os, "type"), "machine") ?? "";
  if (/q35/.test(name)) return "q35";
  return /^virt/.test(name) ? "virt" : "i440fx";
}

function readFirmware(os: Element | null): ExportedVm["firmware"] {
  const loader = childOf(os, "loader");
  const asked = childrenOf(childOf(os, "firmware"), "feature").some(
    (feature) => attributeOf(feature, "name") === "secure-boot" && attributeOf(feature, "enabled") === "yes",
  );
  return {
    uefi: attributeOf(os, "firmware") === "efi" || attributeOf(loader, "type") === "pflash",
    secureBoot: asked || attributeOf(loader, "secure") === "yes",
    variables: textOf(childOf(os, "nvram")),
  };
}

/** Dies and clusters have no place in other formats; their cores count for the socket. */
function readCpu(domain: Element): ExportedVm["cpu"] {
  const vcpu = childOf(domain, "vcpu");
  const cpu = childOf(domain, "cpu");
  const topology = childOf(cpu, "topology");
  const all = readNumber(textOf(vcpu) ?? "1") ?? 1;
  const count = (name: string) => readNumber(attributeOf(topology, name) ?? "1") ?? 1;
  return {
    mode: attributeOf(cpu, "mode") ?? "custom",
    model: textOf(childOf(cpu, "model")),
    sockets: topology === null ? all : count("sockets"),
    cores: count("cores") * count("dies") * count("clusters"),
    threads: count("threads"),
    atBoot: readNumber(attributeOf(vcpu, "current") ?? String(all)) ?? all,
  };
}

function readMemory(domain: Element, devices: Element | null): ExportedVm["memory"] {
  const hugepages = childOf(domain, "memoryBacking", "hugepages");
  const page = childOf(hugepages, "page");
  return {
    bytes: Number(sizeOf(childOf(domain, "memory")) ?? 0n),
    hugepageBytes:
      hugepages === null
        ? null
        : Number(sizeOf(page, attributeOf(page, "size"), attributeOf(page, "unit") ?? "KiB") ?? 0n),
    balloon: !["none", null].includes(attributeOf(childOf(devices, "memballoon"), "model")),
  };
}

function readHyperv(domain: Element, features: Element | null): ExportedVm["hyperv"] {
  const on = childrenOf(childOf(features, "hyperv")).filter(isOn);
  const timers = childrenOf(childOf(domain, "clock"), "timer");
  const vendor = on.find(({ nodeName }) => nodeName === "vendor_id");
  return {
    features: on.map(({ nodeName }) => nodeName).filter((name) => name !== "vendor_id"),
    vendorId: attributeOf(vendor, "value"),
    clock: timers.some(
      (timer) => attributeOf(timer, "name") === "hypervclock" && attributeOf(timer, "present") === "yes",
    ),
  };
}

function isOn(element: Element | null): boolean {
  return attributeOf(element, "state") === "on";
}

function enabled(element: Element | null): boolean | null {
  const value = attributeOf(element, "enabled");
  return value === null ? null : value === "yes";
}

/** libosinfo's metadata, as virt-manager and Passdeck write it. */
function operatingSystemOf(domain: Element): string | null {
  const found = Array.from(
    domain.getElementsByTagNameNS("http://libosinfo.org/xmlns/libvirt/domain/1.0", "os"),
  );
  return attributeOf(found[0], "id");
}

type PlainDevices = Pick<
  ExportedVm,
  | "graphics"
  | "video"
  | "tablet"
  | "serialConsole"
  | "guestAgent"
  | "sound"
  | "watchdog"
  | "randomness"
  | "scsiController"
>;

function readPlainDevices(devices: Element | null): PlainDevices {
  const model = childOf(devices, "video", "model");
  const type = attributeOf(model, "type");
  const watchdog = childrenOf(devices, "watchdog").find((one) => attributeOf(one, "model") !== "itco");
  const controller = childrenOf(devices, "controller").find((one) => attributeOf(one, "type") === "scsi");
  const channels = childrenOf(devices, "channel").map((one) => attributeOf(childOf(one, "target"), "name"));
  return {
    graphics: childrenOf(devices, "graphics").flatMap((one) => attributeOf(one, "type") ?? []),
    video:
      type === null || type === "none"
        ? null
        : { model: type, accelerated: attributeOf(childOf(model, "acceleration"), "accel3d") === "yes" },
    tablet: childrenOf(devices, "input").some((one) => attributeOf(one, "type") === "tablet"),
    serialConsole: childrenOf(devices, "serial").length > 0 || childrenOf(devices, "console").length > 0,
    guestAgent: channels.includes("org.qemu.guest_agent.0"),
    sound: attributeOf(childOf(devices, "sound"), "model"),
    watchdog:
      watchdog === undefined
        ? null
        : { model: attributeOf(watchdog, "model") ?? "", action: attributeOf(watchdog, "action") ?? "reset" },
    randomness: childrenOf(devices, "rng").length > 0,
    scsiController: controller === undefined ? null : (attributeOf(controller, "model") ?? "lsilogic"),
  };
}
