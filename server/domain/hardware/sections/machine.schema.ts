import { choice, onOff, path, presence, text, yesNo } from "../field.schema";
import type { Section } from "../section.schema";

const lifecycle = ["destroy", "restart", "preserve", "rename-restart"] as const;

export const general: Section = {
  id: "general",
  title: "General",
  note: "What people call it, and what becomes of it when it ends.",
  fields: [
    text("title", "Title", "title", { pattern: /^[^\p{Cc}]{1,200}$/u, problem: "A title is one line." }),
    text("description", "Notes", "description"),
    choice("onPowerOff", "When it is shut down", "on_poweroff", lifecycle, { rare: true }),
    choice("onReboot", "When it reboots", "on_reboot", lifecycle, { rare: true }),
    choice("onCrash", "When it crashes", "on_crash", [...lifecycle, "coredump-destroy", "coredump-restart"], {
      rare: true,
    }),
  ],
};

export const firmware: Section = {
  id: "firmware",
  title: "Firmware",
  note: "The board, and what boots it.",
  fields: [
    text("machine", "Machine", "os/type@machine", {
      required: true,
      suggest: "machines",
      pattern: /^[A-Za-z0-9._-]{1,64}$/,
      problem: "A machine is one word, as in q35.",
      note: "Another machine gives devices other places; the guest's system may not know itself again.",
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
        note: "libvirt picks the image. Systems that were installed with one of them mostly don't boot with the other.",
      },
    ),
    choice("secureBoot", "Secure Boot", "os/firmware/feature[name=secure-boot]@enabled", yesNo, {
      when: { field: "firmware", is: ["efi"] },
    }),
    choice("keys", "With Microsoft's keys", "os/firmware/feature[name=enrolled-keys]@enabled", yesNo, {
      when: { field: "firmware", is: ["efi"] },
      rare: true,
    }),
    path("loader", "Image", "os/loader", { note: "Left out where libvirt picks it." }),
    choice(
      "loaderType",
      "Image is",
      "os/loader@type",
      [
        ["pflash", "code of a flash (OVMF_CODE)"],
        ["rom", "a whole ROM"],
      ],
      { rare: true },
    ),
    choice("loaderReadOnly", "Image is only read", "os/loader@readonly", yesNo, { rare: true }),
    path("variables", "Its variables", "os/nvram", { rare: true }),
    path("variablesTemplate", "Made from", "os/nvram@template", { rare: true }),
    choice("smm", "System Management Mode", "features/smm@state", onOff, { note: "Secure Boot needs it." }),
    choice("bootMenu", "Boot menu", "os/bootmenu@enable", yesNo),
    path("kernel", "Kernel", "os/kernel", {
      note: "Booted straight, past the firmware's boot order.",
      rare: true,
    }),
    path("initrd", "Initial RAM disk", "os/initrd", { rare: true }),
    text("commandLine", "Kernel's command line", "os/cmdline", { mono: true, rare: true }),
  ],
};

const hyperv = (name: string, label: string) =>
  choice(`hyperv-${name}`, label, `features/hyperv/${name}@state`, onOff);

export const features: Section = {
  id: "features",
  title: "Features",
  note: "What the machine has, and what the guest learns of its hypervisor.",
  fields: [
    presence("acpi", "ACPI", "features/acpi", { note: "Without it the guest can't be shut down." }),
    presence("apic", "APIC", "features/apic"),
    presence("pae", "PAE", "features/pae", { rare: true }),
    choice("pmu", "Performance counters", "features/pmu@state", onOff, { rare: true }),
    choice("vmport", "VMware's port", "features/vmport@state", onOff),
    choice(
      "ioapic",
      "Interrupts by",
      "features/ioapic@driver",
      [
        ["kvm", "the kernel"],
        ["qemu", "QEMU"],
      ],
      { rare: true },
    ),
    choice("hidden", "KVM is hidden", "features/kvm/hidden@state", onOff, {
      note: "For drivers that refuse to run in a VM.",
    }),
    hyperv("relaxed", "Hyper-V: relaxed timing"),
    hyperv("vapic", "Hyper-V: virtual APIC"),
    hyperv("spinlocks", "Hyper-V: spin locks"),
    text("hyperv-retries", "Hyper-V: tries of a spin lock", "features/hyperv/spinlocks@retries", {
      when: { field: "hyperv-spinlocks", is: ["on"] },
      pattern: /^(409[5-9]|4[1-9]\d\d|[5-9]\d{3}|\d{5,9})$/,
      problem: "At least 4095 tries are needed; 8191 is usual.",
    }),
    hyperv("vpindex", "Hyper-V: vpindex"),
    hyperv("runtime", "Hyper-V: run time"),
    hyperv("synic", "Hyper-V: synthetic interrupts"),
    hyperv("stimer", "Hyper-V: synthetic timers"),
    hyperv("reset", "Hyper-V: reset"),
    hyperv("vendor_id", "Hyper-V: another name for the hypervisor"),
    text("hyperv-name", "Hyper-V: the name", "features/hyperv/vendor_id@value", {
      when: { field: "hyperv-vendor_id", is: ["on"] },
      pattern: /^[A-Za-z0-9]{1,12}$/,
      problem: "A hypervisor's name has 1 to 12 letters and digits.",
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
      ? "Synthetic interrupts need vpindex."
      : values["hyperv-stimer"] === "on" && values["hyperv-synic"] !== "on"
        ? "Synthetic timers need synthetic interrupts."
        : null,
};

const ticks = ["catchup", "delay", "merge", "discard"] as const;

export const clock: Section = {
  id: "clock",
  title: "Clock",
  note: "What time it is in the guest, and by which timers.",
  fields: [
    choice(
      "offset",
      "Hardware clock",
      "clock@offset",
      [
        ["utc", "UTC"],
        ["localtime", "the host's local time, as Windows keeps it"],
        ["timezone", "a time zone"],
        ["variable", "kept apart from the host's"],
      ],
      { required: true },
    ),
    text("zone", "Time zone", "clock@timezone", {
      when: { field: "offset", is: ["timezone"] },
      pattern: /^[A-Za-z0-9_+/-]{1,64}$/,
      problem: "A time zone is written as in Europe/Berlin.",
    }),
    choice("rtc", "Missed ticks of the clock", "clock/timer[name=rtc]@tickpolicy", ticks),
    choice("pit", "Missed ticks of the old timer (PIT)", "clock/timer[name=pit]@tickpolicy", ticks),
    choice("hpet", "HPET", "clock/timer[name=hpet]@present", yesNo),
    choice("hypervclock", "Hyper-V's clock", "clock/timer[name=hypervclock]@present", yesNo),
    choice("kvmclock", "KVM's clock", "clock/timer[name=kvmclock]@present", yesNo, { rare: true }),
    choice("tsc", "Time stamp counter", "clock/timer[name=tsc]@mode", ["auto", "native", "emulate"], {
      rare: true,
    }),
  ],
};
