"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { useFormProblems } from "@/components/ui/form/form-problems";
import { ProblemList } from "@/components/ui/form/problem-list";
import { problemsBelow } from "@/components/ui/form/problems";
import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { FirmwareSpecification } from "@/server/create/specification/firmware.schema";
import { useDraft, useWizard } from "../../wizard-context";

const kinds = [
  { value: "uefi", label: "UEFI (OVMF)" },
  { value: "bios", label: "BIOS (SeaBIOS)" },
  { value: "flash-files", label: "UEFI from custom files" },
  { value: "rom-file", label: "Custom firmware image" },
] as const;

const machines = [
  { value: "q35", label: "q35 (PCI Express)" },
  { value: "i440fx", label: "i440fx (PCI, for old systems)" },
  { value: "virt", label: "virt (64-bit ARM)" },
] as const;

const domainTypes = [
  { value: "automatic", label: "KVM if available" },
  { value: "kvm", label: "KVM only" },
  { value: "qemu", label: "QEMU emulation (TCG): slow, on any host" },
] as const;

/** What the VM starts with: machine, firmware, Secure Boot and the TPM. */
export function FirmwareSection() {
  const [{ machine, domainType, firmware, tpm }, change] = useDraft();
  const { choices } = useWizard();
  const tpmProblems = problemsBelow(useFormProblems(), ["tpm"]);
  return (
    <Section title="Machine and firmware">
      <Columns>
        <SelectField
          label="Machine type"
          path={["machine"]}
          value={machine}
          choices={machines}
          onChange={(chosen) => change({ machine: chosen })}
        />
        <SelectField
          label="Firmware"
          path={["firmware"]}
          value={firmware.kind}
          choices={
            choices.grant === null ? kinds : kinds.filter(({ value }) => value === "uefi" || value === "bios")
          }
          onChange={(kind) => change({ firmware: firmwareOf(kind, firmware) })}
        />
        <SelectField
          label="Hypervisor"
          path={["domainType"]}
          value={domainType}
          choices={domainTypes}
          onChange={(chosen) => change({ domainType: chosen })}
        />
        <FirmwareFiles firmware={firmware} onChange={(chosen) => change({ firmware: chosen })} />
      </Columns>
      {firmware.kind === "uefi" || firmware.kind === "flash-files" ? (
        <CheckField
          label="Secure Boot"
          note="Starts only boot loaders signed with a known key. Required by Windows 11; q35 only."
          checked={firmware.secureBoot}
          onChange={(secureBoot) => change({ firmware: { ...firmware, secureBoot } })}
        />
      ) : null}
      <div>
        <CheckField
          label="TPM 2.0"
          note="Emulated by swtpm on the host. Required by Windows 11; used by BitLocker and measured boot."
          checked={tpm !== null}
          onChange={(on) =>
            change({ tpm: on ? { model: machine === "virt" ? "tpm-tis" : "tpm-crb" } : null })
          }
        />
        <ProblemList problems={tpmProblems} />
      </div>
    </Section>
  );
}

interface FirmwareFilesProps {
  firmware: FirmwareSpecification;
  onChange(firmware: FirmwareSpecification): void;
}

function FirmwareFiles({ firmware, onChange }: FirmwareFilesProps) {
  if (firmware.kind === "rom-file") {
    return (
      <TextField
        mono
        label="Firmware image on the host"
        note="Passed to QEMU as -bios. What the guest stores in it is lost at power-off."
        value={firmware.path}
        onChange={(path) => onChange({ ...firmware, path })}
      />
    );
  }
  if (firmware.kind !== "flash-files") return null;
  return (
    <>
      <TextField
        mono
        label="Firmware code"
        note="For example /usr/share/OVMF/OVMF_CODE_4M.fd."
        value={firmware.code}
        onChange={(code) => onChange({ ...firmware, code })}
      />
      <TextField
        mono
        label="NVRAM template"
        note="The VM gets its own copy."
        value={firmware.variablesTemplate}
        onChange={(variablesTemplate) => onChange({ ...firmware, variablesTemplate })}
      />
    </>
  );
}

function firmwareOf(
  kind: FirmwareSpecification["kind"],
  before: FirmwareSpecification,
): FirmwareSpecification {
  const secureBoot = "secureBoot" in before && before.secureBoot;
  switch (kind) {
    case "bios":
      return { kind };
    case "uefi":
      return { kind, secureBoot };
    case "rom-file":
      return { kind, path: "" };
    case "flash-files":
      return { kind, code: "", variablesTemplate: "", secureBoot };
  }
}
