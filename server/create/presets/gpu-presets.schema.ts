import type { Preset } from "./preset.schema";
import {
  diskThread,
  displayCard,
  fixedMemory,
  hostCpu,
  hypervInterfaces,
  installationMedium,
  noSleep,
  serialAndAgent,
  uefi,
  virtioDisks,
  virtioNetwork,
  virtioWin,
  windowsClock,
} from "./settings.schema";

const ownScreen = {
  title: "No emulated display",
  reason:
    "With a second display the guest may use the one that nobody sees. The GPU's monitor is the display.",
  change: { vm: { graphics: { kind: "none" }, video: "none" } },
} as const;

const noEjecting = {
  title: "The GPU can't be ejected",
  reason: "Windows would offer it for safe removal, and an ejected GPU is gone until the next start.",
  change: { displayQuirks: ["no-hot-plug"] },
} as const;

/** Installed with a screen in the browser; the GPU is a second display until the user drops the first. */
export const windowsGpu: Preset = {
  id: "windows-gpu",
  title: "Windows with a GPU",
  summary: "Games, CAD and video on a GPU of the host, with VNC for the installation.",
  settings: [
    hostCpu,
    {
      title: "UEFI with Secure Boot, and a TPM",
      reason: "Required by Windows 11; Windows 10 works with both.",
      change: {
        vm: { machine: "q35", firmware: { kind: "uefi", secureBoot: true }, tpm: { model: "tpm-crb" } },
      },
    },
    hypervInterfaces,
    {
      title: "KVM hidden from the guest",
      reason:
        "NVIDIA's drivers before version 465 stop with \"Error 43\" where they see KVM; others don't care.",
      change: { vm: { features: { hideKvm: true, hypervisorName: "passdeck" } } },
    },
    windowsClock,
    fixedMemory,
    noSleep,
    noEjecting,
    virtioDisks,
    diskThread,
    virtioNetwork,
    {
      title: "VNC display for the installation",
      reason: "Windows shows its installer there. Remove the display once the GPU's driver is installed.",
      change: { vm: { graphics: { kind: "vnc" }, sound: "ich9", tablet: true } },
    },
  ],
  needs: [installationMedium, virtioWin, displayCard],
  sizedByHost: true,
};

/** As above, shown in a window on the host. */
export const desktopGpu: Preset = {
  ...windowsGpu,
  id: "desktop-gpu",
  title: "Desktop with a GPU (Looking Glass)",
  summary: "Windows on a GPU of the host, shown in a window by Looking Glass. CPUs pinned, on huge pages.",
  settings: [
    ...windowsGpu.settings,
    {
      title: "Looking Glass",
      reason:
        "Shared memory for Full HD, and keyboard and mouse by SPICE. The display for the installation stays until you set it to none.",
      change: { vm: { lookingGlass: { mebibytes: 32, memory: "shm", video: "keep", spice: true } } },
    },
  ],
  onHugePages: true,
};

export const linuxGpu: Preset = {
  id: "linux-gpu",
  title: "Linux compute with a GPU",
  summary: "CUDA, ROCm, rendering: a server that owns a GPU.",
  settings: [
    hostCpu,
    uefi,
    fixedMemory,
    noSleep,
    ownScreen,
    virtioDisks,
    diskThread,
    virtioNetwork,
    serialAndAgent,
    {
      title: "No tablet, no sound",
      reason: "A server needs only a serial console; unused devices cost host CPU time.",
      change: { vm: { tablet: false, sound: null } },
    },
  ],
  needs: [displayCard],
  sizedByHost: true,
};
