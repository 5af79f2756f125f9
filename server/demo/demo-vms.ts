/** A VM of the demo, as its list and its pages show it. */
export interface DemoVm {
  name: string;
  title: string;
  state: "running" | "paused" | "saved" | "off";
  autostart?: boolean;
  vcpus: number;
  memoryGiB: number;
  machine: "q35" | "pc";
  firmware: "uefi" | "bios";
  /** Sizes do not matter: no file is ever made. */
  disks: string[];
  /** An empty drive as well. */
  drive?: boolean;
  /** "network default", "bridge br0" … */
  networks: string[];
  /** Devices of the captured host. */
  passthrough?: string[];
  serial?: boolean;
  graphics?: "vnc" | "spice";
  guestAgent?: boolean;
}

/**
 * What runs on the demo's host when it is new, and what waits for its cards: the host has first to be prepared for them. The
 * GeForce is nobody's yet.
 */
export const demoVms: readonly DemoVm[] = [
  {
    name: "windows-11",
    title: "Windows 11, games and CAD, with the AMD card",
    state: "off",
    autostart: true,
    vcpus: 8,
    memoryGiB: 16,
    machine: "q35",
    firmware: "uefi",
    disks: ["windows-11.qcow2", "games.raw"],
    networks: ["bridge br0"],
    passthrough: ["0000:04:00.0", "0000:04:00.1", "0000:00:1d.0"],
    guestAgent: true,
  },
  {
    name: "debian-desktop",
    title: "Debian desktop",
    state: "off",
    vcpus: 4,
    memoryGiB: 8,
    machine: "q35",
    firmware: "uefi",
    disks: ["debian-desktop.qcow2"],
    networks: ["network default"],
    serial: true,
    guestAgent: true,
  },
  {
    name: "router",
    title: "Router, owns the second network port",
    state: "off",
    autostart: true,
    vcpus: 2,
    memoryGiB: 2,
    machine: "q35",
    firmware: "uefi",
    disks: ["router.qcow2"],
    networks: ["network default"],
    passthrough: ["0000:05:00.1"],
    serial: true,
  },
  {
    name: "home-assistant",
    title: "Home Assistant",
    state: "running",
    autostart: true,
    vcpus: 2,
    memoryGiB: 4,
    machine: "q35",
    firmware: "uefi",
    disks: ["home-assistant.qcow2"],
    networks: ["bridge br0"],
    serial: true,
    graphics: "vnc",
    guestAgent: true,
  },
  {
    name: "build-runner-1",
    title: "Runner of the build farm",
    state: "paused",
    vcpus: 4,
    memoryGiB: 8,
    machine: "q35",
    firmware: "bios",
    disks: ["build-runner-1.qcow2", "build-cache.qcow2"],
    networks: ["network default"],
    serial: true,
  },
  {
    name: "database-test",
    title: "PostgreSQL, saved until the next test",
    state: "saved",
    vcpus: 2,
    memoryGiB: 4,
    machine: "q35",
    firmware: "bios",
    disks: ["database-test.qcow2"],
    networks: ["network default"],
    serial: true,
    guestAgent: true,
  },
  {
    name: "ubuntu-template",
    title: "Template: do not start",
    state: "off",
    vcpus: 2,
    memoryGiB: 2,
    machine: "q35",
    firmware: "uefi",
    disks: ["ubuntu-template.qcow2"],
    drive: true,
    networks: ["network default"],
    serial: true,
    graphics: "spice",
  },
  {
    name: "freebsd-lab",
    title: "FreeBSD, an older machine type",
    state: "off",
    vcpus: 1,
    memoryGiB: 1,
    machine: "pc",
    firmware: "bios",
    disks: ["freebsd-lab.qcow2"],
    drive: true,
    networks: ["network default", "bridge br0"],
    graphics: "vnc",
  },
];
