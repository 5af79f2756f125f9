/** A card of the host's that a guest has. */
interface GuestCard {
  /** "10de:13c2" */
  id: string;
  class: string;
  /** What drives it in Linux. */
  driver: string | null;
}

interface RecordedGuest {
  name: string;
  vcpus: number;
  memoryMebibytes: number;
  firmware: "OVMF" | "SeaBIOS";
  cards: readonly GuestCard[];
}

/** A line of a serial console, and how long after the VM's start it comes. */
export interface RecordedLine {
  atMs: number;
  text: string;
}

const release = "6.12.48+deb13-amd64";

/** What drivers of cards say in a guest, `at` being their place there; recorded of the real ones. */
const said: Readonly<Record<string, (at: string) => readonly string[]>> = {
  nouveau: (at) => [
    `nouveau ${at}: NVIDIA GM204 (124020a1)`,
    `nouveau ${at}: bios: version 84.04.1f.00.02`,
    `nouveau ${at}: fb: 4096 MiB GDDR5`,
    `nouveau ${at}: DRM: VRAM: 4096 MiB`,
    `nouveau ${at}: DRM: MM: using COPY for buffer copies`,
    `[drm] Initialized nouveau 1.4.0 for ${at} on minor 0`,
  ],
  amdgpu: (at) => [
    `amdgpu ${at}: enabling device (0006 -> 0007)`,
    `amdgpu ${at}: amdgpu: Fetched VBIOS from ROM BAR`,
    `amdgpu ${at}: amdgpu: VRAM: 4096M 0x000000F400000000 - 0x000000F4FFFFFFFF (4096M used)`,
    `[drm] Initialized amdgpu 3.61.0 for ${at} on minor 0`,
  ],
  snd_hda_intel: (at) => [
    `snd_hda_intel ${at}: enabling device (0000 -> 0002)`,
    `input: HDA HDMI as /devices/pci0000:00/${at}/sound/card0/input3`,
  ],
  igb: (at) => [`igb ${at}: added PHC on eth1`, `igb ${at}: Intel(R) Gigabit Ethernet Network Connection`],
  "ehci-pci": (at) => [`ehci-pci ${at}: EHCI Host Controller`],
  xhci_hcd: (at) => [`xhci_hcd ${at}: xHCI Host Controller`],
};

/** What a Linux prints on the serial console of a VM while it starts, with the drivers of the cards that the VM has. */
export function recordedBoot(guest: RecordedGuest): RecordedLine[] {
  const kernel = [
    ...beforeCards(guest),
    ...guest.cards.flatMap(found),
    ...disks,
    ...guest.cards.flatMap(driven),
  ];
  const lines = kernel.map((text, index) => {
    const atMs = 250 + index * 90;
    return { atMs, text: `[${(atMs / 1000).toFixed(6).padStart(12)}] ${text}` };
  });
  const from = 250 + kernel.length * 90;
  return [...lines, ...services(guest.name).map((text, index) => ({ atMs: from + index * 120, text }))];
}

function beforeCards({ vcpus, memoryMebibytes, firmware }: RecordedGuest): string[] {
  return [
    `Linux version ${release} (debian-kernel@lists.debian.org) (x86_64-linux-gnu-gcc-14) #1 SMP PREEMPT_DYNAMIC`,
    `Command line: BOOT_IMAGE=/boot/vmlinuz-${release} root=/dev/vda1 ro console=ttyS0,115200`,
    firmware === "OVMF" ? "efi: EFI v2.7 by EDK II" : "SMBIOS 2.8 present.",
    `DMI: QEMU Standard PC (Q35 + ICH9, 2009), BIOS ${firmware === "OVMF" ? "edk2-stable202502" : "rel-1.16.3"}`,
    "Hypervisor detected: KVM",
    "kvm-clock: using sched offset of 6412345678 cycles",
    `smpboot: Allowing ${vcpus} CPUs, 0 hotplug CPUs`,
    `Memory: ${memoryMebibytes * 1024 - 180_224}K/${memoryMebibytes * 1024}K available`,
    "PCI: Using configuration type 1 for base access",
    "ACPI: PCI Root Bridge [PCI0] (domain 0000 [bus 00-ff])",
  ];
}

/** Behind a root port each, function by function as they come. */
function placeOf(index: number): string {
  return `0000:${(5 + index).toString(16).padStart(2, "0")}:00.0`;
}

function found(card: GuestCard, index: number): string[] {
  return [`pci ${placeOf(index)}: [${card.id}] type 00 class 0x${card.class.padEnd(6, "0")} PCIe Endpoint`];
}

function driven({ driver }: GuestCard, index: number): readonly string[] {
  return (driver === null ? undefined : said[driver])?.(placeOf(index)) ?? [];
}

const disks = [
  "virtio_blk virtio1: [vda] 41943040 512-byte logical blocks (21.5 GB/20.0 GiB)",
  "EXT4-fs (vda1): mounted filesystem ro with ordered data mode.",
  "systemd[1]: Detected virtualization kvm.",
  "systemd[1]: Detected architecture x86-64.",
];

function services(name: string): string[] {
  const started = [
    "systemd-udevd.service - Rule-based Manager for Device Events and Files",
    "networking.service - Raise network interfaces",
    "ssh.service - OpenBSD Secure Shell server",
    "serial-getty@ttyS0.service - Serial Getty on ttyS0",
  ];
  return [
    ...started.map((unit) => `[  OK  ] Started ${unit}.`),
    "",
    `Debian GNU/Linux 13 ${name} ttyS0`,
    "",
    `${name} login: `,
  ];
}
