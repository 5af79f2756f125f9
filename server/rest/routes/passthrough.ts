import { attachDevices } from "../../work/attach/attach";
import { detachDevices } from "../../work/attach/detach";
import { bindDevices } from "../../work/binding/bind";
import { checkCard } from "../../work/card-check/check-card";
import type { Route } from "../route";
import { planned } from "./planned";

const vm = "/hosts/{hostId}/vms/{vmId}";
const addresses = ["0000:01:00.0", "0000:01:00.1"];

/** Cards of the host: for whom they are, and which VM has them. */
export const passthroughRoutes: readonly Route[] = [
  ...planned(bindDevices, {
    path: "/hosts/{hostId}/binding",
    id: "bindDevices",
    tag: "Hosts",
    notes:
      "`act` is `reserve` (vfio-pci takes the devices, with what shares their group) or `return` (the host's driver has them again). It lasts until the host restarts.",
    example: { act: "reserve", addresses },
  }),
  ...planned(attachDevices, {
    path: `${vm}/attach-devices`,
    id: "attachDevices",
    tag: "VMs",
    notes:
      "All functions of a card go together. A running VM gets them at once where it can, else at its next start.",
    example: { addresses, options: {} },
  }),
  ...planned(detachDevices, {
    path: `${vm}/detach-devices`,
    id: "detachDevices",
    tag: "VMs",
    example: { addresses },
  }),
  ...planned(checkCard, {
    path: `${vm}/check-devices`,
    id: "checkDevices",
    tag: "VMs",
    notes: "The job starts the VM, looks how its devices do, and says what it found.",
  }),
];
