import type { NamedDeviceView } from "@/server/pci/named/named-device.schema";

/** A named device, with the VMs that ask for it as far as whoever looks is to choose among them. */
export type AskedDevice = Pick<NamedDeviceView, "name" | "askedBy">;
