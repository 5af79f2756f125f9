"use client";

import { useVms } from "@/components/fleet/use-fleet";
import { CheckField } from "@/components/ui/form/check-field";
import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { VmDisk } from "@/server/fleet/schema";
import { freeName } from "../../state/room";
import type { CloneDraft } from "../../state/wizard";
import { useWizard } from "../../wizard-context";

const fates = [
  { value: "copy", label: "Copy to the same pool" },
  { value: "share", label: "Share with the original" },
  { value: "none", label: "Leave out" },
] as const;

type Fate = (typeof fates)[number]["value"];

/** The VM, or the template, that is cloned, and what becomes of each of its disks. */
export default function CloneSource() {
  const { hostId, wizard, choices, update } = useWizard();
  const { clone, way } = wizard;
  const vms = useVms().filter((vm) => vm.hostId === hostId && vm.persistent);
  const offered = vms
    .filter(({ id, template }) => template === (way === "template") || id === clone.vmId)
    .sort((one, other) => one.name.localeCompare(other.name));
  const chosen = vms.find(({ id }) => id === clone.vmId);
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
          value={clone.vmId}
          choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(vmId) => {
            const name = offered.find(({ id }) => id === vmId)?.name ?? "vm";
            edit({ vmId, disks: [], name: freeName(`${name}-clone`, choices.vmNames) });
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
                  choices={disk.device === "disk" ? fates : fates.slice(1)}
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

/** Disks are copied and CDs shared unless told otherwise. */
function fateOf({ disks }: CloneDraft, { target, device }: VmDisk): Fate {
  return disks.find((one) => one.target === target)?.how ?? (device === "disk" ? "copy" : "share");
}

function withFate({ disks }: CloneDraft, { target }: VmDisk, how: Fate): CloneDraft["disks"] {
  const others = disks.filter((one) => one.target !== target);
  return how === "copy" ? others : [...others, { how, target }];
}
