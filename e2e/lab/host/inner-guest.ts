import { buildXml } from "@/server/xml/build-xml";
import { parseXml, serializeXml } from "@/server/xml/xml";

/** Name of the emulated host's port through which its guest speaks to the outer machine. */
export const guestPort = "lab.guest";
const guestPortPath = `/dev/virtio-ports/${guestPort}`;

const kernelParameters = [
  "console=ttyS0 quiet panic=-1 mitigations=off nokaslr",
  "lpj=4000000 cryptomgr.notests no_timer_check tsc=reliable nosmp rodata=off",
  // The fewest and the cheapest looks at the clock, and none to learn how fast its counter runs.
  "clocksource=jiffies nohz=off highres=off tsc_early_khz=2000000",
  // What costs a part of its start and nobody asks it for.
  "ipv6.disable=1 lsm=",
  "initcall_blacklist=init_kprobe_trace,load_system_certificate_list,crypto_kdf108_init,slab_sysfs_init,perf_event_sysfs_init",
];

const boot = {
  kernel: "/var/lib/lab/guest/vmlinux",
  initrd: "/var/lib/lab/guest/initrd.img",
  cmdline: kernelParameters.join(" "),
};

/**
 * With the IO-APIC in QEMU, KVM asks at each entry anew whether the guest takes an interrupt. With KVM's own it waits to
 * be told, and for ever where the emulated virtualization loses that.
 */
const ioApic = { name: "ioapic", attributes: { driver: "qemu" } };

/** The definition of a VM of the emulated host that tells of its devices on its serial port; see guest-init.c. */
export function innerGuestXml(name: string): string {
  const element = (tag: string, text: string) => ({ name: tag, text });
  return buildXml({
    name: "domain",
    attributes: { type: "kvm" },
    children: [
      element("name", name),
      { name: "memory", attributes: { unit: "MiB" }, text: "192" },
      element("vcpu", "1"),
      {
        name: "os",
        children: [
          { name: "type", attributes: { arch: "x86_64", machine: "q35" }, text: "hvm" },
          ...Object.entries(boot).map(([tag, text]) => element(tag, text)),
        ],
      },
      {
        name: "features",
        children: [{ name: "acpi" }, { name: "apic" }, ioApic],
      },
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
            children: [{ name: "source", attributes: { path: guestPortPath } }],
          },
          { name: "memballoon", attributes: { model: "none" } },
        ],
      },
    ],
  });
}

/**
 * A VM's definition, changed in nothing but that it boots the inner guest, which speaks on its first serial port, with
 * its IO-APIC in QEMU.
 */
export function bootingInnerGuest(definition: string): string {
  const document = parseXml(definition);
  const [system] = document.getElementsByTagName("os");
  const [serial] = document.getElementsByTagName("serial");
  const [features] = document.getElementsByTagName("features");
  if (system === undefined || serial === undefined || features === undefined)
    throw new Error("a VM without <os>, <serial> or <features>");
  for (const [tag, text] of Object.entries(boot)) {
    const element = document.createElement(tag);
    element.textContent = text;
    system.appendChild(element);
  }
  const inQemu = document.createElement(ioApic.name);
  inQemu.setAttribute("driver", ioApic.attributes.driver);
  features.appendChild(inQemu);
  const source = document.createElement("source");
  source.setAttribute("path", guestPortPath);
  serial.setAttribute("type", "dev");
  for (const child of [...serial.getElementsByTagName("source")]) serial.removeChild(child);
  serial.appendChild(source);
  // The same port once more, as libvirt writes it for old programs.
  for (const console of [...document.getElementsByTagName("console")])
    console.parentNode?.removeChild(console);
  return serializeXml(document);
}
