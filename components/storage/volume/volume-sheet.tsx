"use client";

import { ClipboardCopy, Copy, Download, Scaling, Trash2 } from "lucide-react";
import { useRights } from "@/components/data/use-rights";
import { AnchoredMenu } from "@/components/ui/anchored-menu";
import { DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import type { MenuSheetProps } from "@/components/ui/menu-button";
import { notify } from "@/components/ui/notify";
import type { VolumeSummary } from "@/server/storage/volume.schema";
import { volumeContentPath } from "../storage-paths";
import { whyNotClone, whyNotDelete, whyNotResize } from "./volume-acts";
import type { VolumeQuestion } from "./volume-question";

export interface VolumeSheetProps extends MenuSheetProps {
  hostId: string;
  pool: string;
  volume: VolumeSummary;
  onAsk(question: VolumeQuestion): void;
}

/** The menu of all that can be done to a volume. */
export default function VolumeSheet({ hostId, pool, volume, onAsk, ...place }: VolumeSheetProps) {
  const mayNot = useRights({ kind: "volume", hostId, pool, volume: volume.name });
  const { name, path } = volume;
  return (
    <AnchoredMenu label={`Actions for ${name}`} {...place}>
      <DropdownMenuLabel>{name}</DropdownMenuLabel>
      <DropdownMenuItem
        icon={<Scaling />}
        reason={mayNot("storage.resizeVolume") ?? whyNotResize(volume)}
        onSelect={() => onAsk({ kind: "resize", volume })}
      >
        Resize…
      </DropdownMenuItem>
      <DropdownMenuItem
        icon={<Copy />}
        reason={mayNot("storage.cloneVolume") ?? whyNotClone(volume)}
        onSelect={() => onAsk({ kind: "clone", volume })}
      >
        Clone…
      </DropdownMenuItem>
      <DropdownMenuItem
        icon={<Download />}
        reason={mayNot("storage.readVolume")}
        onSelect={() => download(volumeContentPath(hostId, pool, name), name)}
      >
        Download
      </DropdownMenuItem>
      {path === null ? null : (
        <DropdownMenuItem icon={<ClipboardCopy />} onSelect={() => void copy(path)}>
          Copy path
        </DropdownMenuItem>
      )}
      <DropdownMenuSeparator />
      <DropdownMenuItem
        icon={<Trash2 />}
        danger
        reason={mayNot("storage.deleteVolume") ?? whyNotDelete(volume)}
        onSelect={() => onAsk({ kind: "delete", volume })}
      >
        Delete…
      </DropdownMenuItem>
    </AnchoredMenu>
  );
}

/** The browser itself fetches it, with its own progress and cancel. */
function download(path: string, name: string): void {
  const link = document.createElement("a");
  link.href = path;
  link.download = name;
  link.click();
}

async function copy(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(path);
    notify("success", "Path copied", path);
  } catch {
    notify("error", "Not copied", `The browser allows copying only over HTTPS or on this machine: ${path}`);
  }
}
