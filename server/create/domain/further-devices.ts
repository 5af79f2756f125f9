import { usbIdAttribute } from "../../units/usb-id.schema";
import type { ElementPlan } from "../../xml/build-xml";
import type { UsbDevice } from "../specification/host-devices.schema";
import type { VmSpecification } from "../vm-specification.schema";

/** Consoles, channels, input, TPM, USB, watchdog, randomness, shared folders and the balloon. */
export function furtherDevicePlans(vm: VmSpecification): ElementPlan[] {
  return [
    usbController(vm),
    ...(vm.serialConsole ? serialPlans : []),
    ...(vm.guestAgent ? [agentChannel] : []),
    ...(vm.tablet ? [{ name: "input", attributes: { type: "tablet", bus: "usb" } }] : []),
    ...(vm.tpm === null ? [] : [tpmPlan(vm.tpm.model)]),
    ...vm.usbDevices.flatMap((device) => (device.kind === "port" ? [] : usbPlan(device))),
    ...vm.sharedFolders.map(folderPlan),
    ...(vm.watchdog === null ? [] : [{ name: "watchdog", attributes: vm.watchdog }]),
    ...(vm.randomness ? [randomnessPlan] : []),
    { name: "memballoon", attributes: { model: vm.memory.balloon ? "virtio" : "none" } },
  ];
}

/** Kinds of devices that are on USB without a choice. */
const onUsb = new Set<string>(["redirection", "smart-card"]);

/** USB 3 with room to plug in; none at all where nothing needs it. */
function usbController(vm: VmSpecification): ElementPlan {
  const buses = [...vm.disks, ...vm.opticalDrives].map(({ bus }) => bus);
  const further = vm.furtherDevices.some(({ kind, values }) => values.bus === "usb" || onUsb.has(kind));
  const needed = vm.tablet || vm.usbDevices.length > 0 || buses.includes("usb") || further;
  const attributes = { type: "usb", index: "0", model: needed ? "qemu-xhci" : "none" };
  return { name: "controller", attributes };
}

const serialPlans: ElementPlan[] = [
  { name: "serial", attributes: { type: "pty" } },
  {
    name: "console",
    attributes: { type: "pty" },
    children: [{ name: "target", attributes: { type: "serial", port: "0" } }],
  },
];

const agentChannel: ElementPlan = {
  name: "channel",
  attributes: { type: "unix" },
  children: [{ name: "target", attributes: { type: "virtio", name: "org.qemu.guest_agent.0" } }],
};

function tpmPlan(model: string): ElementPlan {
  const backend = { name: "backend", attributes: { type: "emulator", version: "2.0" } };
  return { name: "tpm", attributes: { model }, children: [backend] };
}

function usbPlan(device: Exclude<UsbDevice, { kind: "port" }>): ElementPlan {
  const children: ElementPlan[] =
    device.kind === "product"
      ? [
          { name: "vendor", attributes: { id: usbIdAttribute(device.vendorId) } },
          { name: "product", attributes: { id: usbIdAttribute(device.productId) } },
        ]
      : [{ name: "address", attributes: { bus: String(device.bus), device: String(device.device) } }];
  // A device that is not plugged in keeps the VM from starting otherwise.
  const startup: Record<string, string> = device.kind === "product" ? { startupPolicy: "optional" } : {};
  const source = { name: "source", attributes: startup, children };
  return {
    name: "hostdev",
    attributes: { mode: "subsystem", type: "usb", managed: "yes" },
    children: [source],
  };
}

function folderPlan({ path, tag }: VmSpecification["sharedFolders"][number]): ElementPlan {
  return {
    name: "filesystem",
    attributes: { type: "mount", accessmode: "passthrough" },
    children: [
      { name: "driver", attributes: { type: "virtiofs" } },
      { name: "source", attributes: { dir: path } },
      { name: "target", attributes: { dir: tag } },
    ],
  };
}

const randomnessPlan: ElementPlan = {
  name: "rng",
  attributes: { model: "virtio" },
  children: [{ name: "backend", attributes: { model: "random" }, text: "/dev/urandom" }],
};
