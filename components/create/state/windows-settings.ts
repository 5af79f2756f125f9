import type { WindowsAnswers } from "@/server/create/answers/windows.schema";
import type { AnswersDraft } from "./answers";

/** The settings that their schema checks. */
export function windowsSettings(draft: AnswersDraft, vmName: string): WindowsAnswers {
  const { on: _on, files: _files, edition, productKey, computerName, ...rest } = draft;
  return {
    ...rest,
    edition: edition.trim() === "" ? null : edition,
    productKey: productKey.trim() === "" ? null : productKey,
    computerName: computerName === "" ? computerNameOf(vmName) : computerName,
  };
}

/** A VM's name as Windows may call a computer. */
export function computerNameOf(vmName: string): string {
  const letters = vmName
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-+/, "");
  const name = letters.slice(0, 15).replace(/-+$/, "");
  return /^\d*$/.test(name) ? `PC-${name}`.replace(/-$/, "").slice(0, 15) : name;
}
