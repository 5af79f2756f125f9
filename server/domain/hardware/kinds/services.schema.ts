import { always, type DeviceKind, never } from "../device-kind.schema";
import { choice, number, onOff, path, presence, text, type Values } from "../field.schema";

const machine = never("it is a part of the machine and is there from its start");

export const tpm: DeviceKind = {
  id: "tpm",
  element: "tpm",
  title: "TPM",
  note: "Windows 11 asks for one; swtpm on the host makes it.",
  name: "model",
  summary: ["backend", "version"],
  most: 1,
  fields: [
    choice("model", "Model", "@model", ["tpm-crb", "tpm-tis"], { required: true }),
    choice(
      "backend",
      "Made by",
      "backend@type",
      [
        ["emulator", "swtpm"],
        ["passthrough", "the host's TPM"],
      ],
      { required: true },
    ),
    choice("version", "Version", "backend@version", ["2.0", "1.2"], {
      when: { field: "backend", is: ["emulator"] },
    }),
    path("device", "Device of the host", "backend/device@path", {
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
      "Then",
      "@action",
      ["reset", "shutdown", "poweroff", "pause", "none", "dump", "inject-nmi"],
      {
        required: true,
      },
    ),
  ],
  fresh: { model: "i6300esb", action: "reset" },
  hot: ({ model }) => (model === "i6300esb" ? null : "only the model i6300esb can be plugged"),
};

export const randomness: DeviceKind = {
  id: "rng",
  element: "rng",
  title: "Randomness",
  note: "Random numbers from the host.",
  name: "backend",
  summary: ["path"],
  fields: [
    choice(
      "backend",
      "From",
      "backend@model",
      [
        ["random", "a device of the host"],
        ["builtin", "QEMU itself"],
      ],
      { required: true },
    ),
    path("path", "Device of the host", "backend", { when: { field: "backend", is: ["random"] } }),
    number("bytes", "Bytes at most", "rate@bytes", [1, 1e9], { rare: true }),
    number("period", "In so many milliseconds", "rate@period", [1, 1e9], { rare: true }),
  ],
  fresh: { backend: "random", path: "/dev/urandom" },
  skeleton: { "@model": "virtio" },
  hot: always,
};

export const balloon: DeviceKind = {
  id: "balloon",
  element: "memballoon",
  title: "Balloon",
  note: "By it the guest gives memory back, and says how much it uses.",
  name: "model",
  summary: [],
  most: 1,
  fields: [
    choice("model", "Model", "@model", ["virtio", ["none", "none"]], { required: true }),
    choice("autodeflate", "Gives memory back before the guest kills programs", "@autodeflate", onOff, {
      rare: true,
    }),
    choice("reporting", "Tells the host of free pages", "@freePageReporting", onOff, { rare: true }),
    number("period", "Asked for figures every so many seconds", "stats@period", [1, 3600], { live: true }),
  ],
  hot: machine,
};

export const sharedFolder: DeviceKind = {
  id: "folder",
  element: "filesystem",
  title: "Shared folder",
  note: "A folder of the host that the guest mounts by its tag.",
  name: "tag",
  summary: ["folder"],
  fields: [
    choice("driver", "By", "driver@type", [
      ["virtiofs", "virtiofs"],
      ["path", "9p"],
    ]),
    path("folder", "Folder of the host", "source@dir", { required: true }),
    text("tag", "Tag", "target@dir", {
      required: true,
      pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,35}$/,
      problem: "A tag has 1 to 36 letters, digits, _ . and -",
      note: "In the guest: mount -t virtiofs TAG /mnt",
    }),
    choice("access", "Owners and permissions", "@accessmode", [
      ["passthrough", "as on the host"],
      ["mapped", "kept apart (9p)"],
      ["squash", "as far as the host lets (9p)"],
    ]),
    presence("readOnly", "Read-only", "readonly"),
  ],
  fresh: { driver: "virtiofs", access: "passthrough" },
  skeleton: { "@type": "mount" },
  hot: ({ driver }) => (driver === "virtiofs" ? null : "only virtiofs can be plugged"),
  check: ({ driver, access, readOnly }: Values) => {
    if (driver !== "virtiofs") return null;
    if (access !== null && access !== undefined && access !== "passthrough")
      return "virtiofs keeps owners and permissions as on the host.";
    return readOnly === "yes" ? "libvirt can't share a folder by virtiofs read-only." : null;
  },
};
