import type { ImportDraft } from "./draft";
import type { ReadOption } from "./machine";
import type { QemuOption } from "./option";

/** Devices that carry characters or packets of a -chardev. */
export const characterDevices: Readonly<Record<string, ReadOption>> = {
  "isa-serial": serialPort,
  virtconsole: (draft, option) => {
    readTarget(draft, option);
    draft.addDevice(option, "console", { type: "pty", target: "virtio" });
  },
  virtserialport: channel,
  "usb-redir": (draft, option) => {
    draft.backendOf("chardev", option, "chardev")?.takeAll();
    draft.addDevice(option, "redirection", { type: "spicevmc" });
  },
};

function serialPort(draft: ImportDraft, option: QemuOption) {
  option.takeIf("index", (index) => index === "0");
  draft.vm.serialConsole = true;
  readTarget(draft, option);
}

/** What goes to a terminal becomes a console; what went elsewhere is told. */
function readTarget(draft: ImportDraft, option: QemuOption) {
  const target = draft.backendOf("chardev", option, "chardev");
  const kind = target?.kind ?? "";
  if (target === null || /^(pty|stdio|null|vc)$/.test(kind)) return;
  target.takeAll();
  draft.note(target, "The port becomes a console in Passdeck, and goes nowhere else.");
}

/** Channels that both sides know by name. */
function channel(draft: ImportDraft, option: QemuOption) {
  const name = option.take("name") ?? "";
  const target = draft.backendOf("chardev", option, "chardev");
  if (name === "org.qemu.guest_agent.0") {
    // libvirt has the socket to itself.
    target?.takeAll();
    draft.vm.guestAgent = true;
  } else if (name === "com.redhat.spice.0" && target?.kind === "spicevmc") {
    target.takeAll();
    if (draft.vm.graphics?.kind !== "spice")
      draft.addDevice(option, "channel", { type: "spicevmc", port: name });
  } else draft.note(option, `Passdeck can't import the channel ${name || "without a name"}.`);
}
