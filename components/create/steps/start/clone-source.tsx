"use client";

import { useVms } from "@/components/fleet/use-fleet";
import { useHostLabel } from "@/components/fleet/use-host-label";
import { vmKey } from "@/components/fleet/vm-key";
import { CheckField } from "@/components/ui/form/check-field";
import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { VmDisk, VmSummary } from "@/server/fleet/schema";
import { freeName } from "../../state/room";
import type { CloneDraft } from "../../state/wizard";
import { useWizard } from "../../wizard-context";

const fates = [
  { value: "copy", label: "Copy to the same pool" },
  { value: "share", label: "Share with the original" },
  { value: "none", label: "Leave out" },
] as const;

/** Of a VM on another host. */
const farFates: readonly { value: Fate; label: string }[] = [
  { value: "copy", label: "Copy to this host" },
  { value: "share", label: "Same path on this host" },
  { value: "none", label: "Leave out" },
];

type Fate = (typeof fates)[number]["value"];

/** The VM, or the template, that is cloned, and what becomes of each of its disks. */
export default function CloneSource() {
  const { hostId, wizard, choices, update } = useWizard();
  const { clone, way } = wizard;
  const label = useHostLabel();
  const originalHostId = clone.fromHostId ?? hostId;
  const isChosen = (vm: VmSummary) => vm.id === clone.vmId && vm.hostId === originalHostId;
  // Who makes VMs by a grant makes none of what is on other hosts.
  const vms = useVms().filter((vm) => vm.persistent && (vm.hostId === hostId || choices.grant === null));
  const offered = vms
    .filter((vm) => vm.template === (way === "template") || isChosen(vm))
    .sort(
      (one, other) =>
        Number(one.hostId !== hostId) - Number(other.hostId !== hostId) || one.name.localeCompare(other.name),
    );
  const chosen = vms.find(isChosen);
  const isFar = clone.fromHostId !== null;
  const edit = (part: Partial<CloneDraft>) =>
    update((before) => ({ ...before, clone: { ...before.clone, ...part } }));
  const nothing =
    way === "template"
      ? "There is no template yet. Mark a VM as a template in its Actions menu."
      : "This host has no VM to clone.";
  return (
    <Section title={way === "template" ? "Template" : "VM to clone"}>
      {offered.length === 0 ? <p className="text-muted">{nothing}</p> : null}
      <Columns>
        <SelectField
          label={way === "template" ? "Template" : "VM"}
          path={["vmId"]}
          placeholder={way === "template" ? "Choose a template" : "Choose a VM"}
          value={chosen === undefined ? null : vmKey(chosen)}
          choices={offered.map((vm) => ({
            value: vmKey(vm),
            label: vm.hostId === hostId ? vm.name : `${vm.name} (on ${label(vm.hostId)})`,
          }))}
          onChange={(key) => {
            const vm = offered.find((one) => vmKey(one) === key);
            if (vm === undefined) return;
            const name = freeName(`${vm.name}-clone`, choices.vmNames);
            const fromHostId = vm.hostId === hostId ? null : vm.hostId;
            edit({ vmId: vm.id, fromHostId, disks: [], name });
          }}
        />
        <TextField label="Name" path={["name"]} value={clone.name} onChange={(name) => edit({ name })} />
      </Columns>
      {chosen === undefined ? null : (
        <>
          {chosen.state === "off" ? null : (
            <p className="text-warning">
              {chosen.name} is on: a copy of a disk that is written to may be damaged. Shut it down first.
            </p>
          )}
          <Columns>
            {chosen.disks
              .filter(({ source }) => source !== null)
              .map((disk) => (
                <SelectField
                  key={disk.target}
                  label={`${disk.device === "cdrom" ? "CD" : "Disk"} ${disk.target}`}
                  note={<span className="font-mono">{disk.source}</span>}
                  value={fateOf(clone, disk)}
                  choices={(isFar ? farFates : fates).slice(disk.device === "disk" ? 0 : 1)}
                  onChange={(fate) => edit({ disks: withFate(clone, disk, fate) })}
                />
              ))}
          </Columns>
        </>
      )}
      <CheckField
        label="New MAC addresses"
        note="Two VMs with the same MAC address conflict on one network."
        checked={clone.newIdentities}
        onChange={(newIdentities) => edit({ newIdentities })}
      />
    </Section>
  );
}

/** Disks are copied and CDs shared, or of another host left out, unless told otherwise. */
function fateOf({ disks, fromHostId }: CloneDraft, { target, device }: VmDisk): Fate {
  const asked = disks.find((one) => one.target === target)?.how;
  if (asked !== undefined || device === "disk") return asked ?? "copy";
  return fromHostId === null ? "share" : "none";
}

function withFate({ disks }: CloneDraft, { target }: VmDisk, how: Fate): CloneDraft["disks"] {
  const others = disks.filter((one) => one.target !== target);
  return how === "copy" ? others : [...others, { how, target }];
}
