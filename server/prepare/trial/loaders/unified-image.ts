import { knownEfi, partitionOf } from "../../efi/started-stub";
import type { LineChange } from "../../kernel-line/line-change";
import { Refused } from "../../refused";
import type { TrialHost } from "../trial-host";
import { trialLine } from "../trial-line";
import { type TrialEntry, trialName } from "../trial-plan";
import { firmwareTrial } from "./firmware";

/** Tools that build a unified image for a trial alone. */
const builders: ReadonlySet<string> = new Set(["mkinitcpio", "dracut"]);

/**
 * A second unified kernel image with its own line, which the firmware starts once. It stands where no boot loader looks for
 * images by itself (EFI/Linux), as it could become what such a loader starts.
 */
export function unifiedTrial(host: TrialHost, change: LineChange): TrialEntry {
  const efi = knownEfi(host);
  const [builder] = host.boot.line?.regenerate.map(({ words }) => words[0]) ?? [];
  if (builder === undefined || !builders.has(builder))
    throw new Refused(
      "The host starts a unified kernel image, which holds the kernel's line, and its tool builds none for a trial alone.",
      "Apply it without a trial, and keep the image that there is as a second one beside it.",
    );
  if (efi.secureBoot !== false)
    throw new Refused(
      "Under Secure Boot the firmware starts signed images alone, and Passdeck does not sign the trial's.",
      "Apply it without a trial: the host's own tool signs what it builds.",
    );
  const current = efi.entries.find(({ number }) => number === efi.current);
  if (current === undefined) throw new Refused("The firmware does not say which entry it started.");
  const partition = partitionOf(efi, current);
  const line = trialLine(host.files.text("proc/cmdline") ?? "", change);
  const file = `\\EFI\\${trialName}.efi`;
  const imagePath = `/${partition.mount}/EFI/${trialName}.efi`;
  return { ...firmwareTrial({ efi, partition, file, line: null, imagePath }), unifiedLine: line };
}
