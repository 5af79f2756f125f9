"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { Columns } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { AnswersDraft } from "../../../state/answers";
import { computerNameOf } from "../../../state/windows-settings";

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

/** Edition, language, account, and what is installed besides. */
export function WindowsAnswersForm({ answers, vmName, onEdit }: WindowsAnswersFormProps) {
  const path = (name: keyof AnswersDraft) => ["answers", "settings", name];
  return (
    <>
      <Columns>
        <SelectField
          label="Version"
          value={answers.version}
          choices={versions}
          onChange={(version) => onEdit({ version, edition: usualEditions[version] })}
        />
        <TextField
          label="Edition"
          note="As the CD names it. Leave empty to be asked."
          path={path("edition")}
          value={answers.edition}
          onChange={(edition) => onEdit({ edition })}
        />
        <TextField
          mono
          label="Product key (optional)"
          path={path("productKey")}
          autoComplete="off"
          value={answers.productKey}
          onChange={(productKey) => onEdit({ productKey })}
        />
        <TextField
          label="Language"
          note="The CD’s language, such as en-US."
          path={path("language")}
          value={answers.language}
          onChange={(language) => onEdit({ language })}
        />
        <TextField
          label="Keyboard"
          path={path("keyboard")}
          value={answers.keyboard}
          onChange={(keyboard) => onEdit({ keyboard })}
        />
        <TextField
          label="Time zone"
          note="Windows’ name, such as W. Europe Standard Time."
          path={path("timeZone")}
          value={answers.timeZone}
          onChange={(timeZone) => onEdit({ timeZone })}
        />
        <TextField
          label="Account"
          path={path("account")}
          autoComplete="off"
          value={answers.account}
          onChange={(account) => onEdit({ account })}
        />
        <TextField
          label="Account password"
          type="password"
          path={path("password")}
          autoComplete="new-password"
          value={answers.password}
          onChange={(password) => onEdit({ password })}
        />
        <TextField
          label="Computer name"
          path={path("computerName")}
          placeholder={computerNameOf(vmName)}
          value={answers.computerName}
          onChange={(computerName) => onEdit({ computerName })}
        />
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
