"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { LinesField } from "@/components/ui/form/lines-field";
import { Columns } from "@/components/ui/form/section";
import { TextField } from "@/components/ui/form/text-field";
import type { VmSpecification } from "@/server/create/vm-specification.schema";
import { type CloudDraft, hostnameOf } from "../../../state/cloud";
import { CloudNetworkFields } from "./cloud-network-fields";
import { PasswordField } from "./password-field";

interface CloudFormProps {
  cloud: CloudDraft;
  vm: VmSpecification;
  onEdit(part: Partial<CloudDraft>): void;
}

/** Users, packages, network: what most people ask of cloud-init. */
export function CloudForm({ cloud, vm, onEdit }: CloudFormProps) {
  return (
    <>
      <Columns>
        <TextField
          label="User name"
          path={["cloudInit", "users", 0, "name"]}
          value={cloud.user}
          onChange={(user) => onEdit({ user })}
        />
        <PasswordField
          path={["cloudInit", "users", 0, "passwordHash"]}
          more="Not needed with an SSH key."
          password={cloud.password}
          onChange={(password) => onEdit({ password })}
        />
        <TextField
          label="Host name"
          path={["cloudInit", "hostname"]}
          placeholder={hostnameOf(vm.name)}
          value={cloud.hostname}
          onChange={(hostname) => onEdit({ hostname })}
        />
      </Columns>
      <LinesField
        label="SSH keys"
        note="One per line, as in id_ed25519.pub."
        path={["cloudInit", "users", 0]}
        rows={3}
        placeholder="ssh-ed25519 AAAA… you@laptop"
        lines={cloud.sshKeys}
        onChange={(sshKeys) => onEdit({ sshKeys })}
      />
      <FurtherFields cloud={cloud} vm={vm} onEdit={onEdit} />
    </>
  );
}

/** What fewer people need. */
function FurtherFields({ cloud, vm, onEdit }: CloudFormProps) {
  return (
    <details className="rounded-lg border border-border">
      <summary className="cursor-pointer px-3 py-2 font-medium">Packages, time zone, shell, network</summary>
      <div className="flex flex-col gap-4 border-border border-t px-3 py-3">
        <LinesField
          label="Packages"
          note="One per line. Installed at first boot."
          path={["cloudInit", "packages"]}
          rows={2}
          lines={cloud.packages}
          onChange={(packages) => onEdit({ packages })}
        />
        <CheckField
          label="Upgrade all packages"
          note="First boot takes longer."
          checked={cloud.upgrade}
          onChange={(upgrade) => onEdit({ upgrade })}
        />
        <CheckField
          label="Allow SSH login by password"
          note="If off, SSH accepts keys only."
          checked={cloud.passwordLogin}
          onChange={(passwordLogin) => onEdit({ passwordLogin })}
        />
        <Columns>
          <TextField
            label="Time zone"
            placeholder="Europe/Berlin"
            path={["cloudInit", "timezone"]}
            value={cloud.timezone}
            onChange={(timezone) => onEdit({ timezone })}
          />
          <TextField
            mono
            label="Login shell"
            note="Leave empty for the usual one of the system."
            placeholder="/bin/bash"
            path={["cloudInit", "users", 0, "shell"]}
            value={cloud.shell}
            onChange={(shell) => onEdit({ shell })}
          />
        </Columns>
        <CloudNetworkFields
          network={cloud.network}
          nics={vm.networks.length}
          onChange={(network) => onEdit({ network })}
        />
      </div>
    </details>
  );
}
