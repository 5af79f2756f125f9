import { linuxGpu, windowsGpu } from "./gpu-presets.schema";
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
      title: "A plain screen",
      reason: "For the installer and for emergencies; a server draws nothing that needs more.",
      change: { vm: { graphics: { kind: "vnc" }, video: "virtio", sound: null } },
    },
    {
      title: "Watchdog",
      reason: "Resets the VM where its kernel hangs, once the guest's watchdog service runs.",
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
      reason: "Changes its size with the window; the pointer is where the hand is.",
      change: { vm: { graphics: { kind: "vnc" }, video: "virtio", sound: "ich9", tablet: true } },
    },
  ],
  needs: [installationMedium],
};

const windows11: Preset = {
  id: "windows-11",
  title: "Windows 11",
  summary: "All that its installer asks for, with fast disks and network by virtio-win.",
  settings: [
    hostCpu,
    {
      title: "UEFI with Secure Boot",
      reason: "Windows 11's installer asks for it.",
      change: { vm: { machine: "q35", firmware: { kind: "uefi", secureBoot: true } } },
    },
    {
      title: "TPM 2.0",
      reason: "Windows 11's installer asks for it (swtpm on the host).",
      change: { vm: { tpm: { model: "tpm-crb" } } },
    },
    {
      title: "4 cores and 8 GiB of memory",
      reason: "The installer refuses fewer than 2 cores and 4 GiB; twice that is pleasant.",
      change: { vm: { cpu: { sockets: 1, cores: 4 }, memory: { bytes: 8 * 2 ** 30 } } },
    },
    hypervInterfaces,
    windowsClock,
    virtioDisks,
    virtioNetwork,
    serialAndAgent,
    {
      title: "A screen in the browser, with sound",
      reason: "virtio's display shows the installer by UEFI's framebuffer; its driver comes with virtio-win.",
      change: { vm: { graphics: { kind: "vnc" }, video: "virtio", sound: "ich9", tablet: true } },
    },
  ],
  needs: [installationMedium, virtioWin],
};

const minimalTest: Preset = {
  id: "minimal-test",
  title: "Minimal test VM",
  summary: "The least that starts: to see whether a host runs VMs at all.",
  settings: [
    {
      title: "One CPU and 256 MiB",
      reason: "Starts anywhere, at once.",
      change: {
        vm: { cpu: { sockets: 1, cores: 1, threads: 1 }, memory: { bytes: 256 * 2 ** 20, balloon: false } },
      },
    },
    {
      title: "BIOS",
      reason: "Needs no further files, and is through in a moment.",
      change: { vm: { machine: "q35", firmware: { kind: "bios" } } },
    },
    {
      title: "A serial console and nothing else",
      reason: "What can't be there can't be wrong.",
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
  "linux-gpu": linuxGpu,
  "industrial-igd": industrialIgd,
  "minimal-test": minimalTest,
};
