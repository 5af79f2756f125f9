import type { VmSpecificationInput } from "../vm-specification.schema";
import type { ImportDraft } from "./draft";
import { entryOf } from "./entry-of";
import { needless, type ReadOption } from "./machine";
import type { QemuOption } from "./option";

/** Screen and consoles, and what needs no counterpart. */
export const screenOptions: Readonly<Record<string, ReadOption>> = {
  nodefaults: needless,
  "no-user-config": needless,
  S: needless,
  msg: needless,
  // What libvirt does anyway; "off" is told.
  sandbox: (draft, option) => (/^on\b/.test(option.value ?? "") ? needless(draft, option) : undefined),
  "no-shutdown": needless,
  "no-hpet": needless,
  daemonize: needless,
  usb: needless,
  mon: readMonitor,
  monitor: readMonitor,
  qmp: readMonitor,
  parallel: readUnlessNone,
  chardev: (draft, option) => draft.keep("chardev", option),
  audiodev: (draft, option) => draft.keep("audiodev", option),
  tpmdev: (draft, option) => draft.keep("tpmdev", option),
  fsdev: (draft, option) => draft.keep("fsdev", option),
  nographic: (draft, option) => {
    option.takeAll();
    setGraphics(draft, "none");
  },
  vnc: readVnc,
  spice: readSpice,
  display: readDisplay,
  vga: readVga,
  serial: readSerial,
};

/** libvirt has QEMU's monitor to itself. */
function readMonitor(_draft: ImportDraft, option: QemuOption) {
  if (/^(none|stdio|null|vc)$|^chardev=charmonitor\b/.test(option.value ?? "")) option.takeAll();
}

function readUnlessNone(_draft: ImportDraft, option: QemuOption) {
  if (option.value === "none") option.takeAll();
}

/** A screen that is named counts more than "-display none", which libvirt writes beside its own VNC. */
export function setGraphics(draft: ImportDraft, kind: "none" | "vnc" | "spice") {
  if (kind === "none") draft.vm.graphics ??= { kind };
  else if (draft.vm.graphics?.kind !== "spice") draft.vm.graphics = { kind };
}

/** QEMU's own window becomes a screen in Passdeck. */
function readDisplay(draft: ImportDraft, option: QemuOption) {
  if (option.kind === "egl-headless") draft.gl = true;
  setGraphics(draft, option.kind === "none" ? "none" : option.kind?.startsWith("spice") ? "spice" : "vnc");
}

/** Ports and passwords are libvirt's and Passdeck's business, and are told. */
function readSpice(draft: ImportDraft, option: QemuOption) {
  if (option.kind !== null) draft.note(option, `${option.kind} is not known.`);
  option.takeIf("addr", (address) => /^(127\.0\.0\.1|localhost|::1)$/.test(address));
  setGraphics(draft, "spice");
}

/** VNC that listens on loopback or a socket is what the VM gets. */
function readVnc(draft: ImportDraft, option: QemuOption) {
  const address = option.kind ?? "";
  setGraphics(draft, address === "none" ? "none" : "vnc");
  option.take("audiodev");
  if (address !== "none" && !/^(127\.0\.0\.1|localhost):\d+$|^unix:/.test(address)) {
    draft.note(option, "VNC is not opened to the network: viewers come in through Passdeck.");
  }
}

type Video = NonNullable<VmSpecificationInput["video"]>;

const videoOfVga: Readonly<Record<string, Video>> = {
  std: "vga",
  cirrus: "cirrus",
  qxl: "qxl",
  virtio: "virtio",
  none: "none",
};

function readVga(draft: ImportDraft, option: QemuOption) {
  const name = option.takeAll();
  const video = entryOf(videoOfVga, name);
  if (video === undefined) {
    draft.note(option, `Passdeck does not support the display ${name}; the machine's usual one is used.`);
  } else draft.vm.video ??= video;
  setGraphics(draft, name === "none" ? "none" : "vnc");
}

/** Where the guest's serial port ends: a console that Passdeck shows. */
function readSerial(draft: ImportDraft, option: QemuOption) {
  const target = option.takeAll();
  draft.vm.serialConsole = target !== "none";
  noteSerialTarget(draft, option, target);
}

/** What goes to a terminal becomes the console; what went elsewhere is told. */
function noteSerialTarget(draft: ImportDraft, option: QemuOption, target: string) {
  if (/^(none|null|pty|vc|stdio|mon:stdio|chardev:.*)$/.test(target)) return;
  draft.note(option, "The serial port becomes a console in Passdeck, and goes nowhere else.");
}
