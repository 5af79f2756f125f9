import { choice, number, type Values, yesNo } from "../../fields/field.schema";
import { always, type DeviceForm } from "../device-form.schema";

export const vsock: DeviceForm<"vsock"> = {
  id: "vsock",
  element: "vsock",
  title: "VSOCK",
  note: "Sockets between host and guest without a network.",
  icon: "box",
  name: "address",
  summary: ["automatic"],
  most: 1,
  fields: [
    choice("automatic", "CID assigned by libvirt", "cid@auto", yesNo),
    number("address", "CID", "cid@address", [3, 4_294_967_294], { differs: true }),
  ],
  fresh: { automatic: "yes" },
  skeleton: { "@model": "virtio" },
  hot: always,
  check: ({ automatic, address }: Values) =>
    automatic === "no" && address == null ? "CID: enter one, or have libvirt assign it." : null,
};
