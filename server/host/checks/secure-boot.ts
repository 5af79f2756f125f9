import { secureBootVariable } from "../boot/efi-variables";
import { plainText } from "../plain-text";
import { type CheckSources, folderMarks } from "./check-sources";
import { there, wordOf } from "./evidence";
import { efiFolder, firmwareFolder, further } from "./further-files";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";

/** Whether the firmware checks what boots, and what the kernel then forbids. */
export const secureBoot: HostCheck = {
  id: "secure-boot",
  group: "boot",
  title: "Secure Boot and lockdown",
  why: "VFIO works under both; modules without a signature (vendor-reset, kvmfr, DKMS) do not load, and a sealed line can't be changed.",
  look: lockedDown,
};

function lockedDown({ files, further: { first } }: CheckSources): Finding {
  const lockdown = first.word(further.lockdown);
  const mode = /\[(\w+)\]/.exec(lockdown ?? "")?.[1] ?? null;
  const firmware = stateOf(first, files.has(folderMarks.running));
  const evidence = [
    ...(firmware.bytes === null
      ? []
      : [{ ...there(secureBootVariable), text: `fifth byte: ${firmware.bytes}` }]),
    ...wordOf(further.lockdown, lockdown),
  ];
  const locked = mode === null || mode === "none" ? "" : ` The kernel's lockdown is “${plainText(mode)}”.`;
  if (mode === "confidentiality") {
    return {
      status: "warn",
      detail: `${firmware.words}${locked} It keeps tools from reading what the host's memory and devices hold.`,
      fix: "Boot with lockdown=integrity where a tool needs more.",
      evidence,
    };
  }
  if (firmware.state === null && mode === null) return unknown(firmware.words);
  return passed(`${firmware.words}${locked}`, evidence);
}

/** @param isWhole The record, or the machine, has what a running host has: what it does not show is not there. */
function stateOf(
  first: CheckSources["further"]["first"],
  isWhole: boolean,
): {
  state: boolean | null;
  bytes: number | null;
  words: string;
} {
  const last = first.bytes(secureBootVariable)?.at(4) ?? null;
  if (last !== null) {
    return {
      state: last === 1,
      bytes: last,
      words: last === 1 ? "Secure Boot is on." : "Secure Boot is off.",
    };
  }
  if (first.has(secureBootVariable)) {
    return { state: null, bytes: null, words: "The firmware's variable may not be read by Passdeck's user." };
  }
  if (isWhole && !first.has(efiFolder) && first.has(firmwareFolder)) {
    return {
      state: false,
      bytes: null,
      words: "The host was not started by UEFI, so there is no Secure Boot.",
    };
  }
  return { state: null, bytes: null, words: "Not looked at: the firmware's variables are not there." };
}
