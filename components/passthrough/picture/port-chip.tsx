import { Split } from "lucide-react";
import type { PortNode } from "@/components/device/tree/node";
import { classNames } from "@/components/ui/class-names";
import { GroupName } from "./group-name";
import { usePictureFacts } from "./picture-context";
import { linkText, portWord } from "./port-look";

export interface PortChipProps {
  port: PortNode;
  /** The group whose frame is this chip's own; null where a frame further out stands for it. */
  group: number | null;
}

/** A port or bridge: small, because nobody reserves it. */
export function PortChip({ port: { device }, group }: PortChipProps) {
  const { openAddress, onOpen } = usePictureFacts();
  const link = linkText(device.link);
  return (
    <div
      className={classNames(
        "relative inline-flex max-w-full flex-wrap items-center gap-x-2.5 rounded-md px-2 py-0.5 text-sm hover:bg-foreground/6",
        group === null ? "-ml-2" : "border border-border-strong/35 bg-inset",
        openAddress === device.address && "outline-2 outline-accent",
      )}
    >
      {group === null ? null : <GroupName id={group} />}
      <span className="inline-flex items-center gap-1.5 text-muted">
        <Split aria-hidden className="size-3.5 rotate-90" />
        <button
          type="button"
          data-card={device.address}
          className="min-h-6 after:absolute after:inset-0 after:rounded-md"
          onClick={() => onOpen(device.address)}
        >
          {portWord(device)} <span className="whitespace-nowrap font-mono">{device.address}</span>
        </button>
      </span>
      {link === null ? null : <span className="whitespace-nowrap text-muted text-xs">{link}</span>}
    </div>
  );
}
