"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { hostObject, useRights } from "@/components/data/use-rights";
import type { CardView } from "@/components/device/card-view";
import { TroubleText } from "../trouble-text";

interface KernelLogSectionProps {
  hostId: string;
  card: CardView;
  onOpen(address: string): void;
}

/** What the kernel logged of a card since the host booted; read when it is unfolded. */
export function KernelLogSection(props: KernelLogSectionProps) {
  const [isOpen, setOpen] = useState(false);
  if (useRights(hostObject(props.hostId))("passthrough.kernelLog") !== null) return null;
  return (
    <details
      className="rounded-md border border-border"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="cursor-pointer px-3 py-1.5 font-semibold">Kernel log</summary>
      <div className="border-border border-t px-3 py-2 text-sm">{isOpen ? <Lines {...props} /> : null}</div>
    </details>
  );
}

function Lines({ hostId, card, onOpen }: KernelLogSectionProps) {
  const addresses = card.functions.map(({ address }) => address);
  const log = useQuery(api.passthrough.kernelLog.queryOptions({ hostId, addresses }));
  return (
    <Loaded reading={log} what="the kernel log">
      {({ lines, problem }) => {
        if (problem !== null) return <p>{problem}</p>;
        if (lines.length === 0)
          return <p>The kernel has logged nothing about this card since the host booted.</p>;
        return (
          <ul className="flex flex-col gap-2">
            {lines.map(({ text, trouble }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a log may have a line twice, and never changes its order
              <li key={index}>
                <p className="wrap-anywhere font-mono text-xs">{text}</p>
                {trouble === null ? null : <TroubleText trouble={trouble} onOpen={onOpen} />}
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
