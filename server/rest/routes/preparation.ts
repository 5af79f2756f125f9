import { changeHost } from "../../work/prepare/change-host";
import { keepTrial } from "../../work/prepare/keep-trial";
import { planReboot, rebootHost } from "../../work/prepare/reboot";
import { returnCards } from "../../work/prepare/return-cards";
import { seeState } from "../../work/prepare/see-state";
import { undoChange } from "../../work/prepare/undo-change";
import { doing, type Route } from "../route";
import { planned } from "./planned";

const boot = "/hosts/{hostId}/boot";
const changeId = "5f6f2a0e-6b7c-4a55-9a37-0d6a5e1cabcd";

/** How a host starts: its kernel's parameters, its modules, its initial RAM disks. */
export const preparationRoutes: readonly Route[] = [
  doing(seeState, {
    method: "GET",
    path: boot,
    id: "getBoot",
    tag: "Hosts",
    notes: "The changes that Passdeck has made, the latest last, and whether the host has started by them.",
  }),
  ...planned(changeHost, {
    path: `${boot}/change`,
    id: "changeBoot",
    tag: "Hosts",
    notes:
      "What is left out of `change` stays as it is. With `way` `trial` it holds for the next start alone. The plan has each file as it is and as it would be, and a script where Passdeck can't carry it out.",
    example: {
      change: { add: ["iommu=pt"], vfioAddresses: ["0000:01:00.0"], earlyVfio: true },
      way: "at-once",
    },
  }),
  ...planned(undoChange, { path: `${boot}/undo`, id: "undoBootChange", tag: "Hosts", example: { changeId } }),
  ...planned(keepTrial, { path: `${boot}/keep`, id: "keepBootTrial", tag: "Hosts", example: { changeId } }),
  ...planned(returnCards, {
    path: `${boot}/return-devices`,
    id: "returnDevices",
    tag: "Hosts",
    notes:
      "Returns cards to the host now and for every start, by whichever of the host's files they are reserved.",
    example: { addresses: ["0000:01:00.0"] },
  }),
  doing(planReboot, {
    method: "POST",
    path: "/hosts/{hostId}/restart-plan",
    id: "planRestart",
    tag: "Hosts",
    notes: "Changes nothing. Says which VMs run; the fingerprint stands for the plan.",
  }),
  doing(rebootHost, {
    method: "POST",
    path: "/hosts/{hostId}/restart",
    id: "restartHost",
    tag: "Hosts",
    notes: "The host is back once it tells another `bootId`.",
    example: { fingerprint: "as the plan has it" },
  }),
];
