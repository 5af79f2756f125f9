"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/form/check-field";
import { AreaField, LinesField } from "@/components/ui/form/lines-field";
import { Columns, Section } from "@/components/ui/form/section";
import { TextField } from "@/components/ui/form/text-field";
import { cloudInitSchema, type SeedFiles } from "@/server/create/cloud-init/cloud-init.schema";
import { seedFiles } from "@/server/create/cloud-init/seed-files.schema";
import { randomSalt, sha512Crypt } from "../../cloud-init/sha512-crypt";
import { type CloudDraft, cloudSettings, hostnameOf } from "../../state/cloud";
import { useDraft, useWizard } from "../../wizard-context";
import { CloudNetworkFields } from "./cloud-network-fields";

/** What the image is told at its first start: who may sign in, what is installed, how it is on the network. */
export function CloudInitSection() {
  const { wizard, update } = useWizard();
  const [{ name }] = useDraft();
  const { cloud } = wizard;
  const edit = (part: Partial<CloudDraft>) =>
    update((before) => ({ ...before, cloud: { ...before.cloud, ...part } }));
  const parsed = cloudInitSchema.safeParse(cloudSettings(cloud, name));
  return (
    <Section
      title="Cloud-init"
      path={["cloudInit"]}
      aside={
        cloud.files === null ? (
          <Button
            size="sm"
            disabled={!parsed.success}
            onClick={() => edit({ files: parsed.success ? seedFiles(parsed.data) : null })}
          >
            Edit files
          </Button>
        ) : (
          <Button size="sm" onClick={() => edit({ files: null })}>
            Back to the form
          </Button>
        )
      }
    >
      {cloud.files === null ? (
        <CloudForm cloud={cloud} vmName={name} onEdit={edit} />
      ) : (
        <RawFiles files={cloud.files} onEdit={(files) => edit({ files })} />
      )}
    </Section>
  );
}

interface CloudFormProps {
  cloud: CloudDraft;
  vmName: string;
  onEdit(part: Partial<CloudDraft>): void;
}

function CloudForm({ cloud, vmName, onEdit }: CloudFormProps) {
  return (
    <>
      <Columns>
        <TextField
          label="User name"
          path={["cloudInit", "users", 0, "name"]}
          value={cloud.user}
          onChange={(user) => onEdit({ user })}
        />
        <PasswordField hash={cloud.passwordHash} onHash={(passwordHash) => onEdit({ passwordHash })} />
        <TextField
          label="Host name"
          path={["cloudInit", "hostname"]}
          placeholder={hostnameOf(vmName)}
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
      <details className="rounded-lg border border-border">
        <summary className="cursor-pointer px-3 py-2 font-medium">Packages, time zone, network</summary>
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
          </Columns>
          <CloudNetworkFields network={cloud.network} onChange={(network) => onEdit({ network })} />
        </div>
      </details>
    </>
  );
}

interface PasswordFieldProps {
  hash: string | null;
  onHash(hash: string | null): void;
}

/** A password, of which only the hash is kept and sent. */
function PasswordField({ hash, onHash }: PasswordFieldProps) {
  const [typed, setTyped] = useState("");
  const secure = globalThis.crypto?.subtle !== undefined;
  return (
    <TextField
      type={secure ? "password" : "text"}
      label={secure ? "Password" : "Password hash"}
      note={
        secure
          ? "Hashed in this browser; the password itself is not sent. Not needed with an SSH key."
          : "Output of openssl passwd -6. Over HTTPS you can enter the password instead."
      }
      path={["cloudInit", "users", 0, "passwordHash"]}
      placeholder={typed === "" && hash !== null ? "Set" : ""}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        if (!secure || text === "") onHash(text === "" ? null : text);
        else void sha512Crypt(text, randomSalt()).then(onHash);
      }}
    />
  );
}

function RawFiles({ files, onEdit }: { files: SeedFiles; onEdit(files: SeedFiles): void }) {
  const path = (name: string) => ["cloudInit", name];
  return (
    <>
      <AreaField
        label="user-data"
        path={path("user-data")}
        rows={14}
        wrap={false}
        value={files["user-data"]}
        onChange={(text) => onEdit({ ...files, "user-data": text })}
      />
      <AreaField
        label="meta-data"
        path={path("meta-data")}
        rows={3}
        wrap={false}
        value={files["meta-data"]}
        onChange={(text) => onEdit({ ...files, "meta-data": text })}
      />
      <AreaField
        label="network-config"
        note="Leave empty for the image's default."
        path={path("network-config")}
        rows={5}
        wrap={false}
        value={files["network-config"] ?? ""}
        onChange={(text) => onEdit({ ...files, "network-config": text === "" ? null : text })}
      />
    </>
  );
}
