"use client";

import { ChevronRight } from "lucide-react";
import { useId } from "react";
import { formatAgo, formatTime } from "@/components/formats/times";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { VersionSummary } from "@/server/database/definition-version.schema";
import type { VmSummary } from "@/server/fleet/schema";
import type { DefinitionVersion } from "./use-versions";
import { VersionDetail } from "./version-detail";

export interface VersionRowProps {
  vm: VmSummary;
  version: VersionSummary;
  /** Unix milliseconds. */
  now: number;
  /** The definition as it is; null where there is no way back from it to this version. */
  present: DefinitionVersion | null;
  latest: boolean;
  open: boolean;
  onToggle(): void;
}

/** A version in a line; opened, what it changed. */
export function VersionRow({ vm, version, now, present, latest, open, onToggle }: VersionRowProps) {
  const detail = useId();
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={detail}
        onClick={onToggle}
        className="flex w-full flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2 text-left -outline-offset-2 hover:bg-foreground/4"
      >
        <ChevronRight
          aria-hidden
          className={classNames("size-3.5 shrink-0 self-center text-muted", open && "rotate-90")}
        />
        <time
          dateTime={new Date(version.at).toISOString()}
          className="w-44 shrink-0 text-muted text-sm tabular-nums"
        >
          {formatTime(version.at, now)}
        </time>
        <span className="wrap-anywhere min-w-0 flex-1 basis-56">{version.what}</span>
        <span className="flex items-baseline gap-2">
          {latest ? <Badge tone="accent">In force</Badge> : null}
          <Badge>{version.by ?? "Outside Passdeck"}</Badge>
          <span className="text-muted text-sm">{formatAgo(version.at, now)}</span>
        </span>
      </button>
      <div id={detail} hidden={!open}>
        {open ? <VersionDetail vm={vm} version={version} present={present} /> : null}
      </div>
    </li>
  );
}
