import type { PrintedSource } from "./printed-text";

const before = "vfio-pci 0000:01:00.0: ";

/** What the kernel's drivers/pci logs of resets, power and room. Left out: debug and boot's own news. */
export const kernelPci: readonly PrintedSource[] = [
  {
    source: "drivers/pci/pci.c, pci-sysfs.c: power and resets",
    before,
    texts: [
      [
        "Unable to change power state from %s to %s, device inaccessible",
        "does not wake up",
        "Unable to change power state from D3cold to D0, device inaccessible",
      ],
      [
        "Unable to change power state from %s to D0, device inaccessible",
        "does not wake up",
        "Unable to change power state from unknown to D0, device inaccessible",
      ],
      [
        "can't change power state from %s to %s (config space inaccessible)",
        "does not wake up",
        "can't change power state from D3cold to D0 (config space inaccessible)",
      ],
      [
        "Refused to change power state from %s to %s",
        "does not wake up",
        "Refused to change power state from D0 to D3hot",
      ],
      [
        "Refused to change power state, currently in D%d",
        "does not wake up",
        "Refused to change power state, currently in D3",
      ],
      [
        "refused to change power state, currently in D%d",
        "does not wake up",
        "refused to change power state, currently in D3",
      ],
      [
        "invalid power transition (from %s to %s)",
        "does not wake up",
        "invalid power transition (from D3cold to D3hot)",
      ],
      ["not ready %dms after %s; waiting", "Wait", "not ready 1023ms after FLR; waiting"],
      ["not ready %dms after %s; giving up", "did not come back", "not ready 65535ms after FLR; giving up"],
      [
        "not ready %dms after %s; giving up",
        "did not come back",
        "not ready 65535ms after bus reset; giving up",
      ],
      [
        "not ready %dms after %s; giving up",
        "did not come back",
        "not ready 65535ms after resume; giving up",
      ],
      [
        "timed out waiting for pending transaction; performing function level reset anyway",
        "middle of a transfer",
      ],
      [
        "timed out waiting for pending transaction; performing AF function level reset anyway",
        "middle of a transfer",
      ],
      [
        "Data Link Layer Link Active not set in %d msec",
        "did not come up",
        "Data Link Layer Link Active not set in 1000 msec",
      ],
      ["broken device, retraining non-functional downstream link at 2.5GT/s", "does not come up"],
      ["retraining failed", "does not come up"],
      ["Invalid reset method '%s'", "reset_method", "Invalid reset method 'foo'"],
      ["Unsupported reset method '%s'", "reset_method", "Unsupported reset method 'flr'"],
      ["Device-specific reset disabled/de-prioritized by user", "reset_method"],
      ["All device reset methods disabled by user", "reset_method"],
      ["BAR %d: can't reserve %pR", "BAR 1", "BAR 1: can't reserve [mem 0xc0000000-0xcfffffff 64bit pref]"],
      [
        "%s: can't reserve %pR",
        "BAR 1",
        "BAR 1 [mem 0xc0000000-0xcfffffff 64bit pref]: can't reserve [mem 0xc0000000-0xcfffffff 64bit pref]",
      ],
    ],
  },
  {
    source: "drivers/pci/setup-res.c, setup-bus.c, probe.c, rom.c, vpd.c, drivers/acpi/pci_irq.c",
    before,
    texts: [
      [
        "can't enable device: BAR %d %pR not claimed",
        "no room",
        "can't enable device: BAR 1 [mem 0xc0000000-0xcfffffff 64bit pref] not claimed",
      ],
      [
        "can't enable device: BAR %d %pR not assigned",
        "no room",
        "can't enable device: BAR 0 [mem size 0x01000000] not assigned",
      ],
      [
        "%s %pR: not claimed; can't enable device",
        "no room",
        "BAR 1 [mem 0xc0000000-0xcfffffff 64bit pref]: not claimed; can't enable device",
      ],
      [
        "%s %pR: not assigned; can't enable device",
        "no room",
        "BAR 0 [mem size 0x01000000]: not assigned; can't enable device",
      ],
      ["BAR %d: no space for %pR", "no room", "BAR 1: no space for [mem size 0x10000000 64bit pref]"],
      ["BAR %d: failed to assign %pR", "no room", "BAR 1: failed to assign [mem size 0x10000000 64bit pref]"],
      [
        "%s %pR: can't assign; no space",
        "no room",
        "BAR 1 [mem size 0x10000000 64bit pref]: can't assign; no space",
      ],
      ["%s %pR: failed to assign", "no room", "BAR 1 [mem size 0x10000000 64bit pref]: failed to assign"],
      [
        "can't claim BAR %d %pR: no compatible bridge window",
        "no room",
        "can't claim BAR 1 [mem 0xc0000000-0xcfffffff 64bit pref]: no compatible bridge window",
      ],
      [
        "can't claim BAR %d %pR: address conflict with %s %pR",
        "no room",
        "can't claim BAR 1 [mem 0xc0000000-0xcfffffff 64bit pref]: address conflict with PCI Bus 0000:00 [mem 0xc0000000-0xdfffffff window]",
      ],
      [
        "%s %pR: can't claim; no compatible bridge window",
        "no room",
        "BAR 1 [mem 0xc0000000-0xcfffffff 64bit pref]: can't claim; no compatible bridge window",
      ],
      [
        "BAR %d: error updating (%#010x != %#010x)",
        "registers",
        "BAR 0: error updating (0xfc000000 != 0xffffffff)",
      ],
      [
        "BAR %d: error updating (high %#010x != %#010x)",
        "registers",
        "BAR 1: error updating (high 0x000040 != 0xffffffff)",
      ],
      [
        "%s %pR: error updating (%#010x != %#010x)",
        "registers",
        "BAR 0 [mem 0xfc000000-0xfcffffff]: error updating (0xfc000000 != 0xffffffff)",
      ],
      [
        "[Firmware Bug]: reg 0x%x: invalid BAR (can't size)",
        "registers",
        "[Firmware Bug]: reg 0x10: invalid BAR (can't size)",
      ],
      [
        "unknown header type %02x, ignoring device",
        "does not respond",
        "unknown header type 7f, ignoring device",
      ],
      [
        "Invalid PCI ROM header signature: expecting 0xaa55, got %#06x",
        "VBIOS",
        "Invalid PCI ROM header signature: expecting 0xaa55, got 0xffff",
      ],
      [
        "Invalid PCI ROM data signature: expecting 0x52494350, got %#010x",
        "VBIOS",
        "Invalid PCI ROM data signature: expecting 0x52494350, got 0xcb80aa55",
      ],
      [
        "invalid VPD tag %#04x (size %zu) at offset %zu; assume missing optional EEPROM",
        "Nothing needs to be done",
        "invalid VPD tag 0x00 (size 0) at offset 0; assume missing optional EEPROM",
      ],
      [
        "VPD access failed.  This is likely a firmware bug on this device.  Contact the card vendor for a firmware update",
        "Nothing needs to be done",
      ],
      ["can't derive routing for PCI INT %c", "interrupt line", "can't derive routing for PCI INT A"],
      ["PCI INT %c: no GSI", "interrupt line", "PCI INT A: no GSI"],
      ["PCI INT %c: failed to register GSI", "interrupt line", "PCI INT A: failed to register GSI"],
    ],
  },
];
