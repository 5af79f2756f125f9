"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { Columns } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import type { AnswersDraft } from "../../../state/answers";
import { computerNameOf } from "../../../state/windows-settings";
import { AnswerTexts, type TextRow, type TextsOf } from "./answer-texts";

interface WindowsAnswersFormProps {
  answers: AnswersDraft;
  vmName: string;
  onEdit(part: Partial<AnswersDraft>): void;
}

const versions = [
  { value: "w11", label: "Windows 11" },
  { value: "w10", label: "Windows 10" },
  { value: "2k25", label: "Windows Server 2025" },
  { value: "2k22", label: "Windows Server 2022" },
  { value: "2k19", label: "Windows Server 2019" },
] as const;

/** What each version's usual edition is called on its CD. */
const usualEditions: Readonly<Record<AnswersDraft["version"], string>> = {
  w11: "Windows 11 Pro",
  w10: "Windows 10 Pro",
  "2k25": "Windows Server 2025 SERVERSTANDARD",
  "2k22": "Windows Server 2022 SERVERSTANDARD",
  "2k19": "Windows Server 2019 SERVERSTANDARD",
};

/** @param computerName What it is called by itself. */
function texts(computerName: string): TextRow<TextsOf<AnswersDraft>>[] {
  return [
    { name: "edition", label: "Edition", note: "As the CD names it. Leave empty to be asked." },
    { name: "productKey", label: "Product key (optional)", mono: true, autoComplete: "off" },
    { name: "language", label: "Language", note: "The CD’s language, such as en-US." },
    { name: "keyboard", label: "Keyboard" },
    { name: "timeZone", label: "Time zone", note: "Windows’ name, such as W. Europe Standard Time." },
    { name: "account", label: "Account", autoComplete: "off" },
    { name: "password", label: "Account password", type: "password", autoComplete: "new-password" },
    { name: "computerName", label: "Computer name", placeholder: computerName },
  ];
}

/** Edition, language, account, and what is installed besides. */
export function WindowsAnswersForm({ answers, vmName, onEdit }: WindowsAnswersFormProps) {
  return (
    <>
      <Columns>
        <SelectField
          label="Version"
          value={answers.version}
          choices={versions}
          onChange={(version) => onEdit({ version, edition: usualEditions[version] })}
        />
        <AnswerTexts rows={texts(computerNameOf(vmName))} draft={answers} onEdit={(draft) => onEdit(draft)} />
      </Columns>
      <CheckField
        label="Load drivers from the virtio-win CD"
        checked={answers.drivers}
        onChange={(drivers) => onEdit({ drivers })}
      />
      <CheckField
        label="Install the QEMU guest agent"
        note="From the virtio-win CD; Windows signs the account in once for it."
        checked={answers.guestAgent}
        onChange={(guestAgent) => onEdit({ guestAgent })}
      />
      <CheckField
        label="Turn Remote Desktop on"
        checked={answers.remoteDesktop}
        onChange={(remoteDesktop) => onEdit({ remoteDesktop })}
      />
    </>
  );
}
