import { buildXml } from "@/server/vm/build-xml";

/** Name of the emulated host's port through which its guest speaks to the outer machine. */
export const guestPort = "lab.guest";

const kernelParameters = [
  "console=ttyS0 quiet panic=-1 mitigations=off nokaslr",
  "lpj=4000000 cryptomgr.notests no_timer_check tsc=reliable nosmp rodata=off",
  // The fewest and the cheapest looks at the clock.
  "clocksource=jiffies nohz=off highres=off",
  // What costs a part of its start and nobody asks it for.
  "ipv6.disable=1 lsm=",
  "initcall_blacklist=init_kprobe_trace,load_system_certificate_list,crypto_kdf108_init,slab_sysfs_init,perf_event_sysfs_init",
];

/** The definition of a VM of the emulated host that tells of its devices on its serial port; see guest-init.c. */
export function innerGuestXml(name: string): string {
  const element = (tag: string, text: string) => ({ name: tag, text });
  return buildXml({
    name: "domain",
    attributes: { type: "qemu" },
    children: [
      element("name", name),
      { name: "memory", attributes: { unit: "MiB" }, text: "192" },
      element("vcpu", "1"),
      {
        name: "os",
        children: [
          { name: "type", attributes: { arch: "x86_64", machine: "q35" }, text: "hvm" },
          element("kernel", "/var/lib/lab/guest/vmlinux"),
          element("initrd", "/var/lib/lab/guest/initrd.img"),
          element("cmdline", kernelParameters.join(" ")),
        ],
      },
      { name: "features", children: [{ name: "acpi" }, { name: "apic" }] },
      { name: "cpu", attributes: { mode: "custom" }, children: [element("model", "qemu64")] },
      element("on_poweroff", "destroy"),
      element("on_reboot", "destroy"),
      element("on_crash", "destroy"),
      {
        name: "devices",
        children: [
          { name: "controller", attributes: { type: "usb", model: "none" } },
          {
            name: "serial",
            // A device of the host, which libvirt then lets the guest use.
            attributes: { type: "dev" },
            children: [{ name: "source", attributes: { path: `/dev/virtio-ports/${guestPort}` } }],
          },
          { name: "memballoon", attributes: { model: "none" } },
        ],
      },
    ],
  });
}
