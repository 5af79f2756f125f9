import { sharedFileIn } from "../../host/looking-glass-files";
import { edited } from "../edit";
import { type Draft, type HidingFolders, type Refused, refuse } from "../modules/plan/draft";

const own = "etc/tmpfiles.d/10-looking-glass.conf";
export const tmpfilesD: HidingFolders = {
  folders: ["etc/tmpfiles.d", "run/tmpfiles.d", "usr/local/lib/tmpfiles.d", "usr/lib/tmpfiles.d"],
  suffix: ".conf",
};

/**
 * Has systemd-tmpfiles make the memory for a user before QEMU makes it for itself. Of several lines about one path it takes
 * the first (tmpfiles.d(5)).
 */
export function planSharedFile(draft: Draft, user: string): Refused | null {
  const holder = draft.pathsIn(tmpfilesD).find((path) => sharedFileIn(draft.text(path) ?? "") !== null);
  const given = sharedFileIn(draft.text(holder ?? own) ?? "");
  if (given?.user === user && given.group === "kvm" && /^0?66\d$/.test(given.mode)) return null;
  if (holder !== undefined && holder !== own)
    return refuse(
      `/${holder} gives /dev/shm/looking-glass to ${given?.user}, and Passdeck did not write it. Change it there, or take its line out.`,
    );
  return draft.change(own, edited(sharedText(draft.text(own), user)));
}

function sharedText(before: string | null, user: string): string {
  const line = `f /dev/shm/looking-glass 0660 ${user} kvm -`;
  if (before === null || before.trim() === "")
    return `# Written by Passdeck: the memory of Looking Glass.\n${line}\n`;
  const there = /^f\S*[ \t]+\/dev\/shm\/looking-glass(?:[ \t][^\r\n]*)?/m;
  if (there.test(before)) return before.replace(there, () => line);
  return `${before}${before.endsWith("\n") ? "" : "\n"}${line}\n`;
}
