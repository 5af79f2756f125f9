import type { ImportDraft } from "./draft";
import type { ReadOption } from "./machine-options";

const nothing: ReadOption = () => undefined;

/** Screen and consoles. What libvirt does for every VM (monitors, log, sandbox) needs no note. */
export const screenOptions: Readonly<Record<string, ReadOption>> = {
  nodefaults: nothing,
  "no-user-config": nothing,
  S: nothing,
  mon: nothing,
  monitor: nothing,
  qmp: nothing,
  chardev: nothing,
  audiodev: nothing,
  msg: nothing,
  sandbox: nothing,
  overcommit: nothing,
  "no-shutdown": nothing,
  "no-hpet": nothing,
  daemonize: nothing,
  uuid: nothing,
  boot: nothing,
  tpmdev: nothing,
  nographic: (draft) => setGraphics(draft, "none"),
  vnc: (draft) => setGraphics(draft, "vnc"),
  spice: (draft) => setGraphics(draft, "spice"),
  display: (draft, value) => setGraphics(draft, value.startsWith("none") ? "none" : "vnc"),
  vga: (draft, value) => setGraphics(draft, value === "none" ? "none" : "vnc"),
  serial: (draft, value) => {
    draft.vm.serialConsole = value !== "none";
  },
  usb: nothing,
};

/** A screen that is named counts more than "-display none", which libvirt writes beside its own VNC. */
function setGraphics(draft: ImportDraft, kind: "none" | "vnc" | "spice") {
  if (kind === "none") draft.vm.graphics ??= { kind };
  else if (draft.vm.graphics?.kind !== "spice") draft.vm.graphics = { kind };
}
