import type { PrintedSource } from "./printed-text";

/** What the kernel logs of virtual functions, the PCIe link, interrupts and drivers. Left out: debug. */
export const kernelLink: readonly PrintedSource[] = [
  {
    source: "drivers/pci/iov.c",
    before: "igb 0000:01:00.0: ",
    texts: [
      ["not enough MMIO resources for SR-IOV", "Above 4G"],
      ["SR-IOV: bus number out of range", "Above 4G"],
      [
        "can't enable %d VFs (bus %02x out of range of %pR)",
        "Above 4G",
        "can't enable 8 VFs (bus 02 out of range of [bus 01])",
      ],
      ["Driver does not support SRIOV configuration via sysfs", "virtual functions"],
      ["Driver doesn't support SRIOV configuration via sysfs", "virtual functions"],
      ["no driver bound to device; cannot configure SR-IOV", "virtual functions"],
      ["driver does not support SR-IOV configuration via sysfs", "virtual functions"],
      [
        "%d VFs already enabled. Disable before enabling %d VFs",
        "write 0",
        "4 VFs already enabled. Disable before enabling 8 VFs",
      ],
      ["%d VFs requested; only %d enabled", "fewer", "8 VFs requested; only 7 enabled"],
    ],
  },
  {
    source: "drivers/pci/pcie/aer.c, err.c, dpc.c, drivers/pci/hotplug/pciehp_hpc.c, pciehp_ctrl.c",
    before: "pcieport 0000:01:00.0: ",
    texts: [
      [
        "AER: %s%s error message received from %04x:%02x:%02x.%d",
        "mended by itself",
        "AER: Multiple Correctable error message received from 0000:01:00.0",
      ],
      [
        "AER: Corrected error received: %04x:%02x:%02x.%d",
        "mended by itself",
        "AER: Corrected error received: 0000:01:00.0",
      ],
      [
        "AER: Uncorrected (%s) error received: %04x:%02x:%02x.%d",
        "could not mend",
        "AER: Uncorrected (Non-Fatal) error received: 0000:01:00.0",
      ],
      [
        "PCIe Bus Error: severity=%s, type=%s, (%s)",
        "mended by itself",
        "PCIe Bus Error: severity=Corrected, type=Physical Layer, (Receiver ID)",
      ],
      [
        "PCIe Bus Error: severity=%s, type=%s, (%s)",
        "could not mend",
        "PCIe Bus Error: severity=Uncorrected (Fatal), type=Transaction Layer, (Requester ID)",
      ],
      ["AER: can't recover (no error_detected callback)", "did not come back"],
      ["AER: device recovery failed", "did not come back"],
      ["AER: subordinate device reset failed", "did not come back"],
      [
        "AER: %s Port link has been reset (%d)",
        "could not be reset",
        "AER: Root Port link has been reset (-25)",
      ],
      [
        "DPC: containment event, status:%#06x source:%#06x",
        "cut the card",
        "DPC: containment event, status:0x1f01 source:0x0000",
      ],
      ["DPC: unmasked uncorrectable error detected", "cut the card"],
      ["pciehp: Slot(%s): Link Down", "link is down", "pciehp: Slot(4): Link Down"],
      ["pciehp: Slot(%s): Card not present", "link is down", "pciehp: Slot(4): Card not present"],
      ["pciehp: Slot(%s): No device found", "link is down", "pciehp: Slot(4): No device found"],
      ["pciehp: Slot(%s): Power fault", "power", "pciehp: Slot(4): Power fault"],
      [
        "pciehp: Slot(%s): Failed to check link status",
        "link is down",
        "pciehp: Slot(4): Failed to check link status",
      ],
      [
        "pciehp: Slot(%s): Cannot train link: status %#06x",
        "link is down",
        "pciehp: Slot(4): Cannot train link: status 0x0001",
      ],
      [
        "pciehp: link training error: status %#06x",
        "link is down",
        "pciehp: link training error: status 0x0001",
      ],
      [
        "pciehp: Timeout on hotplug command %#06x (issued %u msec ago)",
        "Nothing needs to be done",
        "pciehp: Timeout on hotplug command 0x03c0 (issued 2020 msec ago)",
      ],
    ],
  },
  {
    source: "kernel/irq/manage.c, spurious.c, drivers/base/dd.c",
    before: "",
    texts: [
      [
        "genirq: Flags mismatch irq %d. %08x (%s) vs. %08x (%s)",
        "line 16",
        "genirq: Flags mismatch irq 16. 00000000 (vfio-intx(0000:01:00.0)) vs. 00000080 (i801_smbus)",
      ],
      [
        'irq %d: nobody cared (try booting with the "irqpoll" option)',
        "line 18",
        'irq 18: nobody cared (try booting with the "irqpoll" option)',
      ],
      [
        "%s: probe of %s failed with error %d",
        "did not take",
        "vfio-pci: probe of 0000:01:00.0 failed with error -22",
      ],
      [
        "probe with driver %s failed with error %d",
        "did not take",
        "vfio-pci 0000:01:00.0: probe with driver vfio-pci failed with error -22",
      ],
    ],
  },
];
