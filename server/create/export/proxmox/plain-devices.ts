import type { ExportedVm } from "../exported-vm";
import type { ConfWriter } from "./conf-writer";

/** Screen, sound, console and what is there or not. */
export function writePlainDevices(conf: ConfWriter, vm: ExportedVm) {
  conf.add("vga", screenOf(conf, vm));
  conf.add("tablet", Number(vm.tablet));
  if (vm.serialConsole) conf.add("serial0", "socket");
  if (vm.randomness) conf.add("rng0", "source=/dev/urandom");
  if (vm.sound !== null) writeSound(conf, vm.sound, vm.graphics);
  if (vm.watchdog !== null) writeWatchdog(conf, vm.watchdog);
}

const videos: Readonly<Record<string, string>> = {
  vga: "std",
  cirrus: "cirrus",
  virtio: "virtio",
  qxl: "qxl",
};

/** Proxmox shows a screen by VNC, and by SPICE where it is a QXL. */
function screenOf(conf: ConfWriter, { video, graphics, serialConsole }: ExportedVm): string {
  if (video === null) return serialConsole ? "serial0" : "none";
  const screen = videos[video.model];
  if (screen === undefined) conf.note(`The screen is a VGA: Proxmox has no ${video.model}.`);
  if (graphics.includes("spice") && screen !== "qxl")
    conf.note("The screen is shown by VNC; Proxmox has SPICE for QXL alone.");
  if (graphics.includes("vnc") && screen === "qxl") conf.note("A QXL is shown by SPICE in Proxmox.");
  return screen === "virtio" && video.accelerated ? "virtio-gl" : (screen ?? "std");
}

const sounds: Readonly<Record<string, string>> = { ich9: "ich9-intel-hda", ich6: "intel-hda", ac97: "AC97" };

function writeSound(conf: ConfWriter, sound: string, graphics: readonly string[]) {
  const device = sounds[sound];
  if (device === undefined) conf.note(`The sound card is left out: Proxmox has no ${sound}.`);
  else conf.add("audio0", `device=${device},driver=${graphics.includes("spice") ? "spice" : "none"}`);
}

const actions = new Set(["reset", "shutdown", "poweroff", "pause", "none"]);

function writeWatchdog(conf: ConfWriter, { model, action }: { model: string; action: string }) {
  if (model !== "i6300esb" && model !== "ib700")
    conf.note(`The watchdog is left out: Proxmox has no ${model}.`);
  else conf.add("watchdog", `model=${model},action=${actions.has(action) ? action : "reset"}`);
}
