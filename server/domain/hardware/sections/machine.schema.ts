import { choice, lines, onOff, path, presence, text, yesNo } from "../../fields/field.schema";
import type { Section } from "../section.schema";

const lifecycle = ["destroy", "restart", "preserve", "rename-restart"] as const;

export const general: Section = {
  id: "general",
  title: "General",
  note: "Title, notes, and what happens when the guest shuts down, reboots or crashes.",
  icon: "info",
  fields: [
    text("title", "Title", "title", { pattern: /^[^\p{Cc}]{1,200}$/u, problem: "A title is one line." }),
    lines("description", "Notes", "description"),
    choice("onPowerOff", "On shutdown", "on_poweroff", lifecycle, { rare: true }),
    choice("onReboot", "On reboot", "on_reboot", lifecycle, { rare: true }),
    choice("onCrash", "On crash", "on_crash", [...lifecycle, "coredump-destroy", "coredump-restart"], {
      rare: true,
    }),
  ],
};

export const firmware: Section = {
  id: "firmware",
  title: "Firmware",
  note: "Machine type, firmware and boot.",
  icon: "chip",
  fields: [
    text("machine", "Machine type", "os/type@machine", {
      required: true,
      suggest: "machines",
      pattern: /^[A-Za-z0-9._-]{1,64}$/,
      problem: "A machine type is one word, such as q35.",
      note: "Another machine type changes device addresses; the guest's system may not boot or may need activation.",
    }),
    choice(
      "firmware",
      "Firmware",
      "os@firmware",
      [
        ["efi", "UEFI"],
        ["bios", "BIOS"],
      ],
      {
        note: "libvirt picks the firmware image. A system installed with one usually does not boot with the other.",
      },
    ),
    choice("secureBoot", "Secure Boot", "os/firmware/feature[name=secure-boot]@enabled", yesNo, {
      when: { field: "firmware", is: ["efi"] },
    }),
    choice("keys", "Microsoft's keys enrolled", "os/firmware/feature[name=enrolled-keys]@enabled", yesNo, {
      when: { field: "firmware", is: ["efi"] },
      rare: true,
    }),
    path("loader", "Firmware image", "os/loader", {
      note: "Empty: libvirt picks it.",
      owns: ["os/nvram@template", "os/loader@format"],
    }),
    choice(
      "loaderType",
      "Image type",
      "os/loader@type",
      [
        ["pflash", "pflash (OVMF_CODE)"],
        ["rom", "ROM"],
      ],
      { rare: true },
    ),
    choice("loaderReadOnly", "Image is read-only", "os/loader@readonly", yesNo, { rare: true }),
    path("variables", "UEFI variables (NVRAM)", "os/nvram", { rare: true }),
    path("variablesTemplate", "NVRAM template", "os/nvram@template", { rare: true }),
    choice("smm", "System Management Mode", "features/smm@state", onOff, { note: "Secure Boot needs it." }),
    choice("bootMenu", "Boot menu", "os/bootmenu@enable", yesNo),
    path("kernel", "Kernel", "os/kernel", {
      note: "Direct kernel boot: the boot order is not used.",
      rare: true,
    }),
    path("initrd", "Initial RAM disk", "os/initrd", { rare: true }),
    text("commandLine", "Kernel command line", "os/cmdline", { mono: true, rare: true }),
  ],
  risk: (to) =>
    "firmware" in to || "machine" in to
      ? "A system that was installed on another firmware or machine may not boot any more."
      : null,
};

const hyperv = (name: string, label: string) =>
  choice(`hyperv-${name}`, label, `features/hyperv/${name}@state`, onOff);

export const features: Section = {
  id: "features",
  title: "Features",
  note: "Hypervisor features that the guest sees.",
  icon: "sliders",
  fields: [
    presence("acpi", "ACPI", "features/acpi", { note: "Without it the guest can't be shut down." }),
    presence("apic", "APIC", "features/apic"),
    presence("pae", "PAE", "features/pae", { rare: true }),
    choice("pmu", "Performance counters", "features/pmu@state", onOff, { rare: true }),
    choice("vmport", "VMware I/O port (vmport)", "features/vmport@state", onOff),
    choice(
      "ioapic",
      "I/O APIC driver",
      "features/ioapic@driver",
      [
        ["kvm", "KVM"],
        ["qemu", "QEMU"],
      ],
      { rare: true },
    ),
    choice("hidden", "Hide KVM from the guest", "features/kvm/hidden@state", onOff, {
      note: "For drivers that refuse to run in a VM.",
    }),
    hyperv("relaxed", "Hyper-V: relaxed timing"),
    hyperv("vapic", "Hyper-V: virtual APIC"),
    hyperv("spinlocks", "Hyper-V: spin locks"),
    text("hyperv-retries", "Hyper-V: spin lock retries", "features/hyperv/spinlocks@retries", {
      when: { field: "hyperv-spinlocks", is: ["on"] },
      pattern: /^(409[5-9]|4[1-9]\d\d|[5-9]\d{3}|\d{5,9})$/,
      problem: "At least 4095 retries; 8191 is usual.",
    }),
    hyperv("vpindex", "Hyper-V: vpindex"),
    hyperv("runtime", "Hyper-V: runtime"),
    hyperv("synic", "Hyper-V: synthetic interrupts"),
    hyperv("stimer", "Hyper-V: synthetic timers"),
    hyperv("reset", "Hyper-V: reset"),
    hyperv("vendor_id", "Hyper-V: vendor ID"),
    text("hyperv-name", "Hyper-V: vendor ID value", "features/hyperv/vendor_id@value", {
      when: { field: "hyperv-vendor_id", is: ["on"] },
      pattern: /^[A-Za-z0-9]{1,12}$/,
      problem: "A vendor ID has 1 to 12 letters and digits.",
    }),
    hyperv("frequencies", "Hyper-V: frequencies"),
    hyperv("reenlightenment", "Hyper-V: reenlightenment"),
    hyperv("tlbflush", "Hyper-V: TLB flush"),
    hyperv("ipi", "Hyper-V: IPI"),
    choice("suspendToMemory", "Sleep (S3)", "pm/suspend-to-mem@enabled", yesNo),
    choice("suspendToDisk", "Hibernate (S4)", "pm/suspend-to-disk@enabled", yesNo),
  ],
  check: (values) =>
    values["hyperv-synic"] === "on" && values["hyperv-vpindex"] !== "on"
      ? "Hyper-V: synthetic interrupts need vpindex."
      : values["hyperv-stimer"] === "on" && values["hyperv-synic"] !== "on"
        ? "Hyper-V: synthetic timers need synthetic interrupts."
        : null,
};

const ticks = ["catchup", "delay", "merge", "discard"] as const;

export const clock: Section = {
  id: "clock",
  title: "Clock",
  note: "The guest's hardware clock and timers.",
  icon: "clock",
  fields: [
    choice(
      "offset",
      "Hardware clock",
      "clock@offset",
      [
        ["utc", "UTC"],
        ["localtime", "local time, as Windows expects"],
        ["timezone", "a time zone"],
        ["variable", "variable: keeps the guest's own offset"],
      ],
      { required: true },
    ),
    text("zone", "Time zone", "clock@timezone", {
      when: { field: "offset", is: ["timezone"] },
      pattern: /^[A-Za-z0-9_+/-]{1,64}$/,
      problem: "A time zone is written as in Europe/Berlin.",
    }),
    choice("rtc", "RTC: missed ticks", "clock/timer[name=rtc]@tickpolicy", ticks),
    choice("pit", "PIT: missed ticks", "clock/timer[name=pit]@tickpolicy", ticks),
    choice("hpet", "HPET", "clock/timer[name=hpet]@present", yesNo),
    choice("hypervclock", "Hyper-V clock", "clock/timer[name=hypervclock]@present", yesNo),
    choice("kvmclock", "kvm-clock", "clock/timer[name=kvmclock]@present", yesNo, { rare: true }),
    choice("tsc", "TSC mode", "clock/timer[name=tsc]@mode", ["auto", "native", "emulate"], {
      rare: true,
    }),
  ],
};
