import type { EfiEntry } from "../../host/boot/efi-entry";

/** The trial's label in the firmware's menu. */
export const trialLabel = "Passdeck: what is being tried";

const suffix = " (Passdeck)";

/** The label of an entry that starts a changed line, beside the one that it was made of. */
export function changedLabel(label: string): string {
  return label.endsWith(suffix) ? label : label + suffix;
}

/** Whether Passdeck made an entry: it deletes no other. */
export function isOwnEntry({ label }: Pick<EfiEntry, "label">): boolean {
  return label === trialLabel || label.endsWith(suffix);
}
