import { always, type DeviceKind, never } from "../device-kind.schema";
import { choice, number, onOff, path, presence, text, type Values } from "../field.schema";

const machine = never("it can't be plugged into a running VM");

export const tpm: DeviceKind = {
  id: "tpm",
  element: "tpm",
  title: "TPM",
  note: "Windows 11 requires one; emulated by swtpm on the host.",
  name: "model",
  summary: ["backend", "version"],
  most: 1,
  fields: [
    choice("model", "Model", "@model", ["tpm-crb", "tpm-tis"], { required: true }),
    choice(
      "backend",
      "Backend",
      "backend@type",
      [
        ["emulator", "Emulated (swtpm)"],
        ["passthrough", "Passthrough of the host's TPM"],
      ],
      { required: true },
    ),
    choice("version", "Version", "backend@version", ["2.0", "1.2"], {
      when: { field: "backend", is: ["emulator"] },
    }),
    path("device", "Host device", "backend/device@path", {
      when: { field: "backend", is: ["passthrough"] },
    }),
  ],
  fresh: { model: "tpm-crb", backend: "emulator", version: "2.0" },
  hot: machine,
};

export const watchdog: DeviceKind = {
  id: "watchdog",
  element: "watchdog",
  title: "Watchdog",
  note: "Acts when the guest's system hangs.",
  name: "model",
  summary: ["action"],
  fields: [
    choice("model", "Model", "@model", ["i6300esb", "itco", "ib700", "diag288"], { required: true }),
    choice(
      "action",
      "Action",
      "@action",
      ["reset", "shutdown", "poweroff", "pause", "none", "dump", "inject-nmi"],
      {
        required: true,
      },
    ),
  ],
  fresh: { model: "i6300esb", action: "reset" },
  hot: ({ model }) =>
    model === "i6300esb" ? null : "only the model i6300esb can be plugged into a running VM",
};

export const randomness: DeviceKind = {
  id: "rng",
  element: "rng",
  title: "RNG",
  note: "A virtio random number generator.",
  name: "backend",
  summary: ["path"],
  fields: [
    choice(
      "backend",
      "Backend",
      "backend@model",
      [
        ["random", "host device"],
        ["builtin", "built into QEMU"],
      ],
      { required: true },
    ),
    path("path", "Host device", "backend", { when: { field: "backend", is: ["random"] } }),
    number("bytes", "Rate: bytes", "rate@bytes", [1, 1e9], { rare: true }),
    number("period", "Rate: period (ms)", "rate@period", [1, 1e9], { rare: true }),
  ],
  fresh: { backend: "random", path: "/dev/urandom" },
  skeleton: { "@model": "virtio" },
  hot: always,
};

export const balloon: DeviceKind = {
  id: "balloon",
  element: "memballoon",
  title: "Memory balloon",
  note: "Returns guest memory to the host and reports memory statistics.",
  name: "model",
  summary: [],
  most: 1,
  fields: [
    choice("model", "Model", "@model", ["virtio", ["none", "none"]], { required: true }),
    choice("autodeflate", "Deflate on OOM", "@autodeflate", onOff, {
      rare: true,
    }),
    choice("reporting", "Free page reporting", "@freePageReporting", onOff, { rare: true }),
    number("period", "Statistics period (s)", "stats@period", [1, 3600], { live: true }),
  ],
  hot: machine,
};

export const sharedFolder: DeviceKind = {
  id: "folder",
  element: "filesystem",
  title: "Shared folder",
  note: "A host folder that the guest mounts by its tag (virtiofs or 9p).",
  name: "tag",
  summary: ["folder"],
  fields: [
    choice("driver", "Driver", "driver@type", [
      ["virtiofs", "virtiofs"],
      ["path", "9p"],
    ]),
    path("folder", "Host folder", "source@dir", { required: true }),
    text("tag", "Tag", "target@dir", {
      required: true,
      pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,35}$/,
      problem: "A tag has 1 to 36 letters, digits, _ . and -",
      note: "In the guest: mount -t virtiofs TAG /mnt",
    }),
    choice("access", "Access mode", "@accessmode", [
      ["passthrough", "passthrough"],
      ["mapped", "mapped (9p)"],
      ["squash", "squash (9p)"],
    ]),
    presence("readOnly", "Read-only", "readonly"),
  ],
  fresh: { driver: "virtiofs", access: "passthrough" },
  skeleton: { "@type": "mount" },
  hot: ({ driver }) => (driver === "virtiofs" ? null : "only virtiofs can be plugged into a running VM"),
  check: ({ driver, access, readOnly }: Values) => {
    if (driver !== "virtiofs") return null;
    if (access !== null && access !== undefined && access !== "passthrough")
      return "virtiofs supports the access mode “passthrough” only.";
    return readOnly === "yes" ? "virtiofs shares can't be read-only in libvirt." : null;
  },
};
