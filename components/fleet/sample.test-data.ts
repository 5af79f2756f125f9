import type { HostSummary, VmSummary } from "@/server/fleet/schema";

/** A VM for tests, all of it plausible, changed where `part` says so. */
export function aVm(part: Partial<VmSummary> = {}): VmSummary {
  return {
    hostId: "local",
    id: "a",
    name: "alpha",
    title: null,
    state: "running",
    vcpus: 2,
    memoryBytes: 2 * 1024 ** 3,
    maximumMemoryBytes: 4 * 1024 ** 3,
    persistent: true,
    autostart: false,
    hasSavedState: false,
    passthrough: [],
    otherHostDevices: [],
    namedDevices: [],
    mayHaveGpu: false,
    disks: [],
    interfaces: [],
    addresses: [],
    hasSerialConsole: true,
    graphics: [],
    guestAgent: "none",
    firmware: "uefi",
    machine: "q35",
    architecture: "x86_64",
    template: false,
    tags: [],
    folder: null,
    unreadable: null,
    ...part,
  };
}

/** A host for tests. */
export function aHost(part: Partial<HostSummary> = {}): HostSummary {
  return {
    id: "local",
    name: "local",
    uri: "qemu:///system",
    connection: "connected",
    problem: null,
    lastSeen: 1_000,
    libvirtVersion: "9.0.0",
    hypervisor: "QEMU 7.2.0",
    cpuModel: "x86_64",
    cpus: 8,
    memoryBytes: 32 * 1024 ** 3,
    networks: [],
    pools: [],
    filesProblem: null,
    maintenance: null,
    cluster: null,
    demo: false,
    ...part,
  };
}
