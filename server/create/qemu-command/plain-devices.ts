import type { ImportDraft } from "./draft";
import { entryOf } from "./entry-of";
import type { ReadOption } from "./machine";
import type { QemuOption } from "./option";
import { isOff, isOn } from "./properties";

type Sound = NonNullable<ImportDraft["vm"]["sound"]>;

const rng: ReadOption = (draft, option) => {
  draft.vm.randomness = true;
  const source = draft.backendOf("object", option, "rng");
  source?.take("filename");
};

const balloon: ReadOption = (draft) => {
  draft.memory.balloon = true;
};

const sound =
  (model: Sound): ReadOption =>
  (draft, option) => {
    draft.vm.sound = model;
    noteAudio(draft, option);
  };

/** The sound card's other half: libvirt adds a duplex one. */
const codec: ReadOption = (draft, option) => {
  if (option.kind !== "hda-duplex") draft.note(option, "The sound card gets a duplex codec.");
  noteAudio(draft, option);
};

const input =
  (type: string, bus: string): ReadOption =>
  (draft, option) =>
    draft.addDevice(option, "input", { type, bus });

/** Devices that are there or not. */
export const plainDevices: Readonly<Record<string, ReadOption>> = {
  "virtio-rng": rng,
  "virtio-rng-pci": rng,
  "virtio-rng-device": rng,
  "virtio-balloon": balloon,
  "virtio-balloon-pci": balloon,
  "virtio-balloon-device": balloon,
  "usb-tablet": (draft) => {
    draft.vm.tablet = true;
  },
  "usb-kbd": input("keyboard", "usb"),
  "usb-mouse": input("mouse", "usb"),
  "virtio-keyboard-pci": input("keyboard", "virtio"),
  "virtio-mouse-pci": input("mouse", "virtio"),
  "virtio-tablet-pci": input("tablet", "virtio"),
  i6300esb: watchdog,
  ib700: watchdog,
  "intel-hda": sound("ich6"),
  "ich9-intel-hda": sound("ich9"),
  AC97: sound("ac97"),
  "hda-duplex": codec,
  "hda-micro": codec,
  "hda-output": codec,
  "tpm-tis": tpm,
  "tpm-tis-device": tpm,
  "tpm-crb": tpm,
  "intel-iommu": readIommu,
};

/** Options that were a device before -device was. */
export const plainOptions: Readonly<Record<string, ReadOption>> = {
  watchdog,
  "watchdog-action": (draft, option) => setWatchdogAction(draft, option, option.takeAll()),
  action: (draft, option) => {
    const action = option.take("watchdog");
    if (action !== undefined) setWatchdogAction(draft, option, action);
  },
  soundhw: (draft, option) => {
    const known: Readonly<Record<string, Sound>> = { hda: "ich6", ac97: "ac97" };
    const names = option.takeAll();
    const model = entryOf(known, names);
    if (model === undefined) draft.note(option, `Passdeck can't import the sound card ${names}.`);
    else draft.vm.sound = model;
  },
  balloon: (draft, option) => {
    if (option.kind !== "none") draft.memory.balloon = true;
  },
};

function noteAudio(draft: ImportDraft, option: QemuOption) {
  const backend = draft.backendOf("audiodev", option, "audiodev");
  const type = backend?.kind ?? backend?.take("driver");
  backend?.take("driver");
  if (backend == null || type === "none" || type === "spice") return;
  draft.note(backend, `The sound goes to the viewer, not to ${type ?? "the host"}.`);
}

function watchdog(draft: ImportDraft, option: QemuOption) {
  const model = option.kind === "ib700" ? "ib700" : "i6300esb";
  if (option.kind !== model) draft.note(option, `The watchdog ${option.kind} is replaced by ${model}.`);
  draft.vm.watchdog = { ...draft.vm.watchdog, model };
}

const watchdogActions = ["reset", "shutdown", "poweroff", "pause", "none"] as const;

function setWatchdogAction(draft: ImportDraft, option: QemuOption, name: string) {
  const action = watchdogActions.find((known) => known === name);
  if (action === undefined) draft.note(option, `Passdeck does not support the watchdog's action ${name}.`);
  else draft.vm.watchdog = { ...draft.vm.watchdog, action };
}

/** swtpm keeps what a TPM holds in a folder of its own; libvirt begins a new one. */
function tpm(draft: ImportDraft, option: QemuOption) {
  const backend = draft.backendOf("tpmdev", option, "tpmdev");
  draft.backendOf("chardev", backend, "chardev")?.takeAll();
  const model = option.kind === "tpm-crb" ? "tpm-crb" : "tpm-tis";
  if (backend?.kind === "passthrough") {
    const device = backend.take("path") ?? "/dev/tpm0";
    return draft.addDevice(option, "tpm", { model, backend: "passthrough", device });
  }
  draft.vm.tpm = { model };
  if (backend !== null)
    draft.note(backend, "The VM gets a new, empty TPM. Have BitLocker's recovery key at hand.");
}

function readIommu(draft: ImportDraft, option: QemuOption) {
  const setting = (name: string) => {
    const value = option.takeIf(name, (text) => isOn(text) || isOff(text));
    return value === undefined ? null : isOn(value) ? "on" : "off";
  };
  draft.addDevice(option, "iommu", {
    model: "intel",
    intremap: setting("intremap"),
    caching: setting("caching-mode"),
    iotlb: setting("device-iotlb"),
  });
}
