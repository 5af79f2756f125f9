import { choice, number, presence, text } from "../../fields/field.schema";
import { always, type DeviceForm } from "../device-form.schema";

const most = 2 ** 31 - 1;

/** A device behind a SCSI adapter of the host, handed over as it is. */
export const scsiDevice: DeviceForm<"scsi-device"> = {
  id: "scsi-device",
  element: "hostdev",
  is: { type: ["scsi"] },
  title: "SCSI device",
  note: "SCSI passthrough: a disk, tape or changer behind an adapter of the host.",
  icon: "hard-drive",
  mark: ({ adapter, bus, target, unit }) =>
    adapter == null ? null : [adapter, bus ?? "0", target ?? "0", unit ?? "0"].join(":"),
  summary: [],
  onlyAsked: true,
  boots: () => null,
  fields: [
    text("adapter", "Adapter", "source/adapter@name", {
      required: true,
      mono: true,
      pattern: /^scsi_host\d{1,5}$/,
      problem: "An adapter is written as in scsi_host0 (lsscsi shows its number first).",
    }),
    number("bus", "Bus", "source/address@bus", [0, 255], { required: true }),
    number("target", "Target", "source/address@target", [0, most], { required: true }),
    number("unit", "Unit", "source/address@unit", [0, most], { required: true }),
    choice("commands", "SCSI commands", "@sgio", ["filtered", "unfiltered"], { rare: true }),
    presence("readOnly", "Read-only", "readonly"),
    presence("shareable", "Shareable", "shareable", { rare: true }),
  ],
  fresh: { bus: "0", target: "0", unit: "0" },
  skeleton: { "@mode": "subsystem", "@type": "scsi", "@managed": "no" },
  hot: always,
};
