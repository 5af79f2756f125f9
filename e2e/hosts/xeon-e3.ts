import type { HostDescription } from "./build-host-tree";

/**
 * A Xeon E3 machine from a note on GPU passthrough: the CPU's root port shares the group of the GTX 750 behind it,
 * and the host's own drivers still hold the card. The note does not tell how the machine boots.
 */
export const xeonE3: HostDescription = {
  cpu: {
    vendor: "GenuineIntel",
    model: "Intel(R) Xeon(R) CPU E3-1230 V2 @ 3.30GHz",
    threads: 8,
    flags: "fpu vme de pse tsc msr pae mce vmx ept vpid ssse3 sse4_1 sse4_2 aes avx",
  },
  memoryKibibytes: 32_881_400,
  kernel: "5.6.13-arch1-1",
  commandLine: "initrd=\\initramfs-linux.img root=/dev/sda2 rw intel_iommu=on pcie_acs_override=id:8086:0151",
  distribution: "Arch Linux",
  present: ["etc/mkinitcpio.conf"],
  dmi: {},
  iommuUnits: ["dmar0"],
  firmwareTables: ["DMAR"],
  devices: [
    { address: "0000:00:00.0", class: "0600", id: "8086:0158", driver: "ie31200_edac", group: 0 },
    { address: "0000:00:01.0", class: "0604", id: "8086:0151", driver: "pcieport", group: 1 },
    {
      address: "0000:01:00.0",
      class: "0300",
      id: "10de:1381",
      driver: "nouveau",
      group: 1,
      bootVga: true,
      behind: "0000:00:01.0",
      users: ["drm/card0"],
    },
    {
      address: "0000:01:00.1",
      class: "0403",
      id: "10de:0fbc",
      driver: "snd_hda_intel",
      group: 1,
      behind: "0000:00:01.0",
    },
  ],
};
