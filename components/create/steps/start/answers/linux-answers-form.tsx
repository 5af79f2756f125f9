"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { LinesField } from "@/components/ui/form/lines-field";
import { Columns } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { hostnameOf } from "../../../state/cloud";
import type { LinuxDraft } from "../../../state/linux-answers";
import { PasswordField } from "../cloud-init/password-field";
import { AnswerTexts, type TextRow, type TextsOf } from "./answer-texts";
import { LinuxNetworkFields } from "./linux-network-fields";
import type { MediumReading } from "./use-medium";

interface LinuxAnswersFormProps {
  answers: LinuxDraft;
  vmName: string;
  /** What the chosen ISO is. */
  reading: MediumReading;
  onEdit(part: Partial<LinuxDraft>): void;
}

const installers = [
  { value: "preseed", label: "Debian (preseed)" },
  { value: "autoinstall", label: "Ubuntu Server (autoinstall)" },
  { value: "kickstart", label: "Fedora, RHEL, Rocky, Alma (kickstart)" },
] as const;

const layouts = [
  { value: "lvm", label: "LVM" },
  { value: "plain", label: "Plain partitions" },
] as const;

const account: TextRow<TextsOf<LinuxDraft>>[] = [{ name: "user", label: "User name", autoComplete: "off" }];

/** @param hostname What it is called by itself. */
function texts(hostname: string): TextRow<TextsOf<LinuxDraft>>[] {
  return [
    { name: "hostname", label: "Host name", placeholder: hostname },
    { name: "language", label: "Language", note: "Such as en_US or de_DE." },
    { name: "keyboard", label: "Keyboard", note: "Such as us or de." },
    { name: "timeZone", label: "Time zone", note: "Such as Europe/Berlin." },
  ];
}

/** Installer, account, language, disk, packages, network. */
export function LinuxAnswersForm({ answers, vmName, reading, onEdit }: LinuxAnswersFormProps) {
  const path = (name: string) => ["answers", "settings", name];
  return (
    <>
      <Columns>
        <SelectField
          label="Installer"
          note={mediumNote(answers, reading)}
          value={answers.installer}
          choices={installers}
          onChange={(installer) => onEdit({ installer })}
        />
        <SelectField
          label="Disk layout"
          value={answers.disk}
          choices={layouts}
          onChange={(disk) => onEdit({ disk })}
        />
        <AnswerTexts rows={account} draft={answers} onEdit={(draft) => onEdit(draft)} />
        <PasswordField
          path={path("passwordHash")}
          password={answers.password}
          onChange={(password) => onEdit({ password })}
        />
        <AnswerTexts rows={texts(hostnameOf(vmName))} draft={answers} onEdit={(draft) => onEdit(draft)} />
      </Columns>
      <LinesField
        label="SSH keys"
        note="One per line, as in id_ed25519.pub."
        path={path("sshKeys")}
        rows={2}
        placeholder="ssh-ed25519 AAAA… you@laptop"
        lines={answers.sshKeys}
        onChange={(sshKeys) => onEdit({ sshKeys })}
      />
      <LinesField
        label="Packages"
        note="One per line, besides the installer’s own."
        path={path("packages")}
        rows={2}
        lines={answers.packages}
        onChange={(packages) => onEdit({ packages })}
      />
      <CheckField
        label="Install the QEMU guest agent"
        checked={answers.guestAgent}
        onChange={(guestAgent) => onEdit({ guestAgent })}
      />
      <LinuxNetworkFields answers={answers} onEdit={onEdit} />
    </>
  );
}

/** What the ISO says of itself, where that does not go with the choice. */
function mediumNote({ installer }: LinuxDraft, { medium, problem }: MediumReading): string | undefined {
  if (problem !== null) return `The ISO could not be read: ${problem}`;
  if (medium === null) return undefined;
  if (medium.label === null) return "The chosen ISO is no CD image.";
  if (medium.installer === null) return `The ISO is labelled “${medium.label}”, which is not known here.`;
  if (medium.installer === installer) return `The ISO is “${medium.label}”.`;
  return `The ISO is “${medium.label}”, which does not take these answers.`;
}
