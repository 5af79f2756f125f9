import type { NetworkInput } from "../qemu-command/draft";
import { entryOf } from "../qemu-command/entry-of";
import { type ConfLine, isUnset } from "./conf-line";
import { hostDeviceKeys } from "./host-device-keys";
import { type ProxmoxDraft, type ReadLine, told } from "./proxmox-draft";

/** Network cards, screen, sound and the small devices. */
export const deviceKeys: Readonly<Record<string, ReadLine>> = {
  ...hostDeviceKeys,
  net: readNetwork,
  vga: readScreen,
  serial: readSerial,
  parallel: told("Parallel ports are not imported. Add it as XML."),
  audio: readSound,
  rng: (draft, line) => {
    line.takeIf("source", (source) => source === "/dev/urandom");
    if (line.kind === "/dev/urandom" || line.kind === null) draft.vm.randomness = true;
    else draft.note(line, "Randomness is taken from the host's /dev/urandom.");
    draft.vm.randomness = true;
  },
  watchdog: readWatchdog,
  tablet: (draft, line) => {
    draft.vm.tablet = !isUnset(line.takeAll());
  },
  ivshmem: (draft, line) => {
    const name = line.take("name");
    const size = line.take("size") ?? "";
    if (name === undefined || !/^\d{1,6}$/.test(size))
      return draft.note(line, "The shared memory has no name or size of its own; add it under Hardware.");
    const bytes = String(Number(size) * 2 ** 20);
    draft.addDevice(line, "shared-memory", { label: `pve-shm-${name}`, model: "ivshmem-plain", bytes });
  },
  virtiofs: told("The folder is one of the Proxmox host's. Add one of this host under Hardware."),
  spice_enhancements: told("Folders and video streaming by SPICE are not imported."),
};

const models: Readonly<Record<string, NonNullable<NetworkInput["model"]>>> = {
  virtio: "virtio",
  e1000: "e1000",
  "e1000-82540em": "e1000",
  e1000e: "e1000e",
  rtl8139: "rtl8139",
};
const macAddress = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i;

/** The model is a key whose value is the MAC address, or stands alone. */
function readNetwork(draft: ProxmoxDraft, line: ConfLine) {
  const named = line.names().find((name) => macAddress.test(line.look(name) ?? "") && name !== "macaddr");
  const model = line.kind ?? named ?? line.take("model") ?? "virtio";
  const mac = line.take(...(named === undefined ? ["macaddr"] : [named]));
  line.take("model");
  const bridge = line.take("bridge");
  const known = entryOf(models, model);
  if (known === undefined)
    draft.note(line, `Passdeck does not support the network card ${model}; virtio is used instead.`);
  if (bridge === undefined) draft.note(line, "Proxmox's own NAT is replaced by libvirt's NAT network.");
  const network: NetworkInput = {
    source: bridge === undefined ? { kind: "network", network: "default" } : { kind: "bridge", bridge },
    model: known ?? "virtio",
    ...(mac === undefined ? {} : { mac: mac.toLowerCase() }),
  };
  for (const name of ["firewall", "link-down"]) line.takeIf(name, isUnset);
  draft.bootable.set(line.name, network);
  draft.networks.push(network);
}

const videos: Readonly<Record<string, NonNullable<ProxmoxDraft["vm"]["video"]>>> = {
  std: "vga",
  cirrus: "cirrus",
  virtio: "virtio",
  "virtio-gl": "virtio",
  qxl: "qxl",
  none: "none",
};

function readScreen(draft: ProxmoxDraft, line: ConfLine) {
  const type = line.kind ?? line.take("type") ?? "std";
  line.take("type");
  if (/^serial\d$/.test(type)) {
    Object.assign(draft.vm, { video: "none", graphics: { kind: "none" } });
    return;
  }
  const video = entryOf(videos, type.replace(/^qxl[2-4]$/, "qxl"));
  draft.vm.video = video ?? "vga";
  if (video === undefined)
    draft.note(line, `Passdeck does not support the display ${type}; VGA is used instead.`);
  if (/^qxl[2-4]$/.test(type)) draft.note(line, "The VM has one screen. Add others under Hardware.");
  if (type === "none") draft.vm.graphics = { kind: "none" };
  else draft.vm.graphics = { kind: video === "qxl" ? "spice" : "vnc", gl: type === "virtio-gl" };
}

/** A socket of Proxmox's is a console, as it is here. */
function readSerial(draft: ProxmoxDraft, line: ConfLine) {
  const where = line.takeAll();
  if (where !== "socket") draft.note(line, `${where} is a port of the Proxmox host. Add it under Hardware.`);
  else if (draft.vm.serialConsole === true)
    draft.note(line, "The VM has one serial console. Add others under Hardware.");
  else draft.vm.serialConsole = true;
}

const sounds: Readonly<Record<string, NonNullable<ProxmoxDraft["vm"]["sound"]>>> = {
  "ich9-intel-hda": "ich9",
  "intel-hda": "ich6",
  AC97: "ac97",
};

function readSound(draft: ProxmoxDraft, line: ConfLine) {
  const name = line.take("device") ?? "";
  line.take("driver");
  const sound = entryOf(sounds, name);
  if (sound === undefined)
    draft.note(line, `Passdeck can't import the sound card ${name || "without a name"}.`);
  else draft.vm.sound = sound;
}

const actions = ["reset", "shutdown", "poweroff", "pause", "none"] as const;

function readWatchdog(draft: ProxmoxDraft, line: ConfLine) {
  const model = (line.kind ?? line.take("model")) === "ib700" ? "ib700" : "i6300esb";
  line.take("model");
  const asked = line.look("action");
  const action = actions.find((name) => name === asked);
  if (action !== undefined) line.take("action");
  draft.vm.watchdog = { model, ...(action === undefined ? {} : { action }) };
}
