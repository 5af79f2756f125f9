import { desktopGpu, linuxGpu, windowsGpu } from "./gpu-presets.schema";
import { industrialIgd } from "./industrial-igd.schema";
import type { Preset } from "./preset.schema";
import type { PresetId } from "./preset-ids.schema";
import {
  hostCpu,
  hypervInterfaces,
  installationMedium,
  serialAndAgent,
  uefi,
  virtioDisks,
  virtioNetwork,
  virtioWin,
  windowsClock,
} from "./settings.schema";

const linuxServer: Preset = {
  id: "linux-server",
  title: "Linux server",
  summary: "A server without a desktop, from a cloud image or an installation ISO.",
  settings: [
    hostCpu,
    uefi,
    virtioDisks,
    virtioNetwork,
    serialAndAgent,
    {
      title: "A plain VGA display",
      reason: "For the installer and emergencies; a server needs no more.",
      change: { vm: { graphics: { kind: "vnc" }, video: "virtio", sound: null } },
    },
    {
      title: "Watchdog",
      reason: "Resets the VM when its kernel hangs. Needs a watchdog service in the guest.",
      change: { vm: { watchdog: { model: "i6300esb", action: "reset" } } },
    },
  ],
  needs: [],
};

const linuxDesktop: Preset = {
  id: "linux-desktop",
  title: "Linux desktop",
  summary: "A desktop in the browser.",
  settings: [
    hostCpu,
    uefi,
    virtioDisks,
    virtioNetwork,
    serialAndAgent,
    {
      title: "virtio display, sound and tablet",
      reason: "The display resizes with the window; the pointer follows yours exactly.",
      change: { vm: { graphics: { kind: "vnc" }, video: "virtio", sound: "ich9", tablet: true } },
    },
  ],
  needs: [installationMedium],
};

const windows11: Preset = {
  id: "windows-11",
  title: "Windows 11",
  summary: "Everything its installer requires, with fast disks and network by virtio-win.",
  settings: [
    hostCpu,
    {
      title: "UEFI with Secure Boot",
      reason: "Required by Windows 11's installer.",
      change: { vm: { machine: "q35", firmware: { kind: "uefi", secureBoot: true } } },
    },
    {
      title: "TPM 2.0",
      reason: "Required by Windows 11's installer (swtpm on the host).",
      change: { vm: { tpm: { model: "tpm-crb" } } },
    },
    {
      title: "4 cores and 8 GiB of memory",
      reason: "The installer needs at least 2 cores and 4 GiB; twice that runs well.",
      change: { vm: { cpu: { sockets: 1, cores: 4 }, memory: { bytes: 8 * 2 ** 30 } } },
    },
    hypervInterfaces,
    windowsClock,
    virtioDisks,
    virtioNetwork,
    serialAndAgent,
    {
      title: "Display in the browser, with sound",
      reason:
        "The virtio display shows the installer through the UEFI framebuffer; its driver comes with virtio-win.",
      change: { vm: { graphics: { kind: "vnc" }, video: "virtio", sound: "ich9", tablet: true } },
    },
  ],
  needs: [installationMedium, virtioWin],
};

const minimalTest: Preset = {
  id: "minimal-test",
  title: "Minimal test VM",
  summary: "The smallest VM that starts, to test whether a host can run VMs.",
  settings: [
    {
      title: "One CPU and 256 MiB",
      reason: "Starts quickly on any host.",
      change: {
        vm: { cpu: { sockets: 1, cores: 1, threads: 1 }, memory: { bytes: 256 * 2 ** 20, balloon: false } },
      },
    },
    {
      title: "BIOS",
      reason: "Needs no other files and starts quickly.",
      change: { vm: { machine: "q35", firmware: { kind: "bios" } } },
    },
    {
      title: "Only a serial console",
      reason: "Fewer devices, fewer causes of failure.",
      change: {
        vm: {
          graphics: { kind: "none" },
          tablet: false,
          guestAgent: false,
          randomness: false,
          serialConsole: true,
        },
      },
    },
  ],
  needs: [],
};

export const presetTable: Readonly<Record<PresetId, Preset>> = {
  "linux-server": linuxServer,
  "linux-desktop": linuxDesktop,
  "windows-11": windows11,
  "windows-gpu": windowsGpu,
  "desktop-gpu": desktopGpu,
  "linux-gpu": linuxGpu,
  "industrial-igd": industrialIgd,
  "minimal-test": minimalTest,
};
