import * as z from "zod";
import { onInstallation, onVm } from "../../access/objects-of";
import { seenVms } from "../../api/seen";
import type { VmAction } from "../../domain/actions.schema";
import { isInFolder } from "../../domain/in-folder.schema";
import { folderSchema, tagSchema } from "../../domain/labels.schema";
import { vmStates, vmSummarySchema } from "../../fleet/schema";
import { exportedTextSchema, exportInput, exportVm } from "../../work/definition/export";
import { changeHardware } from "../../work/hardware/change-hardware";
import { changeMedium } from "../../work/hardware/change-medium";
import { moveVm } from "../../work/move/move-vm";
import { steerMove } from "../../work/move/steer-move";
import { vmReference } from "../../work/references.schema";
import { actOnVm } from "../../work/vm/act-on-vm";
import { beginOnVm } from "../../work/vm/act-on-vms";
import { deleteVm } from "../../work/vm/delete/delete-vm";
import { labelVm } from "../../work/vm/label-vm";
import { renameVm } from "../../work/vm/rename";
import { setVmAutostart } from "../../work/vm/set-autostart";
import type { LongAction } from "../../work/vm/vm-action-kind";
import { pageInput, pageOf, pageSchema } from "../page-of";
import { beginning, beginningBy, doing, type Route, reading } from "../route";
import { planned } from "./planned";

const tag = "VMs" as const;
const path = "/hosts/{hostId}/vms/{vmId}";

const filter = z.object({
  ...pageInput,
  /** Those of one host alone. */
  hostId: z.string().max(64).optional(),
  state: z.enum(vmStates).optional(),
  /** The whole name. */
  name: z.string().max(256).optional(),
  tag: tagSchema.optional(),
  /** And those below it. */
  folder: folderSchema.optional(),
});

const listed = reading({
  path: "/vms",
  id: "listVms",
  tag,
  title: "List VMs",
  notes: "Of all hosts, or of one, as far as the caller may see them.",
  right: "fleet.watch",
  input: filter,
  output: pageSchema(vmSummarySchema),
  objects: onInstallation,
  read(request, { hostId, state, name, tag: wanted, folder, ...page }) {
    const vms = seenVms(request, request.services.fleet.vmSummaries()).filter(
      (vm) =>
        (hostId === undefined || vm.hostId === hostId) &&
        (state === undefined || vm.state === state) &&
        (name === undefined || vm.name === name) &&
        (wanted === undefined || vm.tags.includes(wanted)) &&
        (folder === undefined || isInFolder(vm, folder)),
    );
    return pageOf(vms, page, (vm) => `${vm.hostId}/${vm.id}`);
  },
});

const got = reading({
  path,
  id: "getVm",
  tag,
  title: "Get a VM",
  right: "vm.see",
  input: vmReference,
  output: vmSummarySchema,
  objects: onVm,
  read: ({ services }, { hostId, vmId }) => services.fleet.vm(hostId, vmId).summary,
});

const xml = reading({
  path: `${path}/xml`,
  id: "getVmXml",
  tag,
  title: "Get a VM's definition",
  notes: "libvirt's domain XML, without passwords.",
  right: "vm.xml",
  input: vmReference,
  output: z.object({ xml: z.string() }),
  objects: onVm,
  read: ({ services }, { hostId, vmId }) => ({ xml: services.fleet.vm(hostId, vmId).xml }),
});

const exported = reading({
  path: `${path}/export/{format}`,
  id: "exportVm",
  tag,
  title: "Export a VM",
  notes:
    "In another program's format: a configuration of Proxmox VE's, or manifests of KubeVirt's. What that can't say is in `notes`, and at the top of the text.",
  right: "definition.export",
  input: exportInput,
  output: exportedTextSchema,
  objects: onVm,
  read: ({ services }, input) => exportVm(services, input),
});

/** What is done when libvirt has accepted it. */
const short = [
  [
    "shutdown",
    "shutDownVm",
    "shut-down",
    "Shut a VM down",
    "Asks the guest to; what comes of it is told by its events.",
  ],
  [
    "force-off",
    "forceOffVm",
    "force-off",
    "Force a VM off",
    "As pulling its plug: what the guest has not written is lost.",
  ],
  ["reboot", "rebootVm", "reboot", "Reboot a VM", "Asks the guest to."],
  ["reset", "resetVm", "reset", "Reset a VM", "As its reset button: what the guest has not written is lost."],
  ["pause", "pauseVm", "pause", "Pause a VM", "Its memory stays; no CPU time is spent on it."],
  ["resume", "resumeVm", "resume", "Resume a paused VM", ""],
] as const satisfies readonly (readonly [string, string, VmAction, string, string])[];

/** What may take minutes, and so is a job. */
const long = [
  [
    "start",
    "startVm",
    "start",
    "Start a VM",
    "A saved state is resumed. Refused where a device that it asks for can't be had.",
  ],
  ["save", "saveVm", "save", "Save a VM's state and stop it", "The next start goes on from there."],
] as const satisfies readonly (readonly [string, string, LongAction, string, string])[];

const switching: Route[] = [
  ...short.map(([word, id, action, title, notes]) =>
    doing(
      actOnVm,
      { method: "POST", path: `${path}/${word}`, id, tag, title, notes, input: vmReference },
      (input) => ({
        ...input,
        action,
      }),
    ),
  ),
  ...long.map(([word, id, action, title, notes]) =>
    beginning(
      {
        method: "POST",
        path: `${path}/${word}`,
        id,
        tag,
        title,
        notes,
        input: vmReference,
        rights: ["vm.act"],
      },
      (request, vm: z.output<typeof vmReference>) => beginOnVm(request, { ...vm, action }),
    ),
  ),
];

export const vmRoutes: readonly Route[] = [
  listed,
  got,
  xml,
  exported,
  ...switching,
  doing(labelVm, {
    method: "PATCH",
    path: `${path}/labels`,
    id: "labelVm",
    tag,
    notes:
      "Tags are added and removed, the others stay; without `folder` it stays where it is, with null it leaves it. They stand in the definition's metadata.",
    example: { add: ["production"], remove: ["trial"], folder: "Web/Production" },
  }),
  doing(renameVm, {
    method: "POST",
    path: `${path}/rename`,
    id: "renameVm",
    tag,
    notes: "The VM has to be off. It keeps its UUID.",
    example: { name: "web-2" },
  }),
  doing(setVmAutostart, {
    method: "PUT",
    path: `${path}/autostart`,
    id: "setVmAutostart",
    tag,
    example: { autostart: true },
  }),
  ...planned(changeHardware, {
    path: `${path}/hardware`,
    id: "changeHardware",
    tag,
    notes:
      "`edit` is one change as the Hardware tab makes it: what is in the definition now (`from`), and what is to be there. With `alsoLive` the running VM is changed too, where it can be.",
    example: { edit: { act: "boot", from: [], to: [] }, alsoLive: false },
  }),
  ...planned(changeMedium, {
    path: `${path}/medium`,
    id: "changeVmMedium",
    tag,
    notes:
      "Puts a volume into the CD drive of that target, or takes out what is in it (null), in the running VM as well. A VM's owner may use what is ready-made in pools of media that are granted to them.",
    example: { drive: "sda", medium: { pool: "images", volume: "debian.iso" } },
  }),
  ...planned(moveVm, {
    path: `${path}/migration`,
    id: "migrateVm",
    tag,
    notes:
      "Takes the VM to another host: while it runs, or, of one that is off, with its files and equal cards. Disks that the other host can't see are copied, into `pools` where these name one.",
    example: { targetHostId: "atlas" },
  }),
  doing(steerMove, {
    method: "POST",
    path: `${path}/migration/steering`,
    id: "steerMigration",
    tag,
    notes: "Changes the limits of a migration on its way (MiB/s, milliseconds), or finishes it by post-copy.",
    example: { steering: { kind: "bandwidth", bandwidthMiB: 100 } },
  }),
  doing(deleteVm.plan, {
    method: "POST",
    path: `${path}/delete-plan`,
    id: "planVmDeletion",
    tag,
    title: "Plan a VM's deletion",
    notes: "Changes nothing. Its fingerprint stands for the plan: DELETE carries out that one or none.",
    example: { deleteDisks: ["vda"] },
  }),
  beginningBy(deleteVm.run, {
    method: "DELETE",
    path,
    id: "deleteVm",
    tag,
    notes: "Carries out the plan of that fingerprint, and is refused where things have changed since.",
    input: deleteInput(),
  }),
];

/** In a query no disk at all is no parameter. */
function deleteInput() {
  const { shape } = deleteVm.run.input;
  return deleteVm.run.input.extend({ deleteDisks: shape.deleteDisks.default([]) });
}
