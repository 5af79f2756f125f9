"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useSession } from "@/components/data/session";
import { useAction } from "@/components/data/use-action";
import { roleWords } from "@/components/fleet/role-words";
import { VmsField } from "@/components/fleet/vms-field";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { ApiKey, KeyVm } from "@/server/access/keys/api-key.schema";
import { MadeKeyDialog } from "./made-key-dialog";
import { RightsField } from "./rights-field";

type Role = ApiKey["role"];

const order: readonly Role[] = ["member", "viewer", "operator", "admin"];

/** What a key of somebody may be; what is shared with a member may be more than their role. */
function rolesFor(own: Role | undefined): readonly Role[] {
  return own === undefined || own === "member" ? order : order.slice(0, order.indexOf(own) + 1);
}

const terms = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "366", label: "A year" },
] as const;

type Term = (typeof terms)[number]["value"];

/** Asks what a new API key is for, and shows it, this once. */
export default function CreateKeyDialog({ onClose }: { onClose(): void }) {
  const own = useSession()?.user?.level;
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [term, setTerm] = useState<Term>("90");
  const [vms, setVms] = useState<readonly KeyVm[] | null>(null);
  const [acts, setActs] = useState<readonly string[] | null>(null);
  const create = useAction(api.account.createKey.mutationOptions());
  if (create.answer !== undefined) return <MadeKeyDialog made={create.answer} onClose={onClose} />;
  const choices = rolesFor(own).map((value) => ({ value, label: roleWords[value].label }));
  return (
    <FormDialog
      title="Create an API key"
      description="A program that has it does what you may, as far as the key goes."
      label="Create"
      call={create}
      onSubmit={() =>
        create.run({
          name,
          role,
          days: Number(term),
          vms: vms && [...vms],
          acts: acts && [...acts],
        })
      }
      onClose={onClose}
    >
      <TextField
        label="Name"
        placeholder="backup"
        note="The audit log names the key by it."
        required
        maxLength={64}
        value={name}
        onChange={setName}
      />
      <SelectField
        label="Role"
        note={roleWords[role].may}
        value={role}
        choices={choices}
        onChange={(chosen) => setRole(chosen)}
      />
      <SelectField
        label="Expires after"
        value={term}
        choices={terms}
        onChange={(chosen) => setTerm(chosen)}
      />
      <CheckField
        label="For some VMs alone"
        note="All else does not exist for it: other VMs, hosts, storage and networks."
        checked={vms !== null}
        onChange={(some) => setVms(some ? [] : null)}
      />
      {vms === null ? null : <VmsField chosen={vms} onChange={setVms} />}
      <CheckField
        label="With some rights alone"
        note="Of what its role may, it may the ones that you choose and nothing else."
        checked={acts !== null}
        onChange={(some) => setActs(some ? [] : null)}
      />
      {acts === null ? null : <RightsField chosen={acts} onChange={setActs} />}
    </FormDialog>
  );
}
