import { choice, path, presence, text, type Values } from "../../fields/field.schema";
import type { DeviceForm } from "../device-form.schema";

export const sharedFolder: DeviceForm<"folder"> = {
  id: "folder",
  element: "filesystem",
  title: "Shared folder",
  note: "A host folder that the guest mounts by its tag (virtiofs or 9p).",
  icon: "folder",
  mark: ({ tag }) => tag ?? null,
  summary: ["folder"],
  onlyAsked: true,
  fields: [
    choice(
      "driver",
      "Driver",
      "driver@type",
      [
        ["virtiofs", "virtiofs"],
        ["path", "9p"],
      ],
      {
        owns: [
          "driver/*",
          "binary",
          "idmap",
          "@multidevs",
          "@fmode",
          "@dmode",
          "space_hard_limit",
          "space_soft_limit",
        ],
      },
    ),
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
      return "Access mode: virtiofs supports the access mode “passthrough” only.";
    return readOnly === "yes" ? "Read-only: virtiofs shares can't be read-only in libvirt." : null;
  },
};
