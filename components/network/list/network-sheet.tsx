"use client";

import { CirclePlay, CircleStop, Pencil, Power, PowerOff, Trash2 } from "lucide-react";
import { networkObject, useRights } from "@/components/data/use-rights";
import { AnchoredMenu } from "@/components/ui/anchored-menu";
import { DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import type { MenuSheetProps } from "@/components/ui/menu-button";
import type { NetworkSummary } from "@/server/network/network.schema";
import { useNetworkActs } from "../use-network-acts";

/** What the menu asks for, over the page. */
export type NetworkQuestionKind = "edit" | "stop" | "delete";

export interface NetworkSheetProps extends MenuSheetProps {
  hostId: string;
  network: NetworkSummary;
  /** What has to be asked first. */
  onAsk(question: NetworkQuestionKind): void;
}

/** The menu of all that can be done to a network. */
export default function NetworkSheet({ hostId, network, onAsk, ...place }: NetworkSheetProps) {
  const mayNot = useRights(networkObject(hostId, network));
  const { name, active, autostart, persistent } = network;
  const acts = useNetworkActs(hostId, network);
  const transient = persistent ? null : "It is transient: its definition is lost when it is stopped";
  return (
    <AnchoredMenu label={`Actions for ${name}`} {...place}>
      <DropdownMenuLabel>{name}</DropdownMenuLabel>
      <DropdownMenuItem
        icon={<Pencil />}
        reason={mayNot("network.edit") ?? whyNotEdit(network)}
        onSelect={() => onAsk("edit")}
      >
        Edit…
      </DropdownMenuItem>
      {active ? (
        <DropdownMenuItem
          icon={<CircleStop />}
          reason={mayNot("network.stop")}
          onSelect={() => onAsk("stop")}
        >
          Stop…
        </DropdownMenuItem>
      ) : (
        <DropdownMenuItem icon={<CirclePlay />} reason={mayNot("network.start")} onSelect={acts.start}>
          Start
        </DropdownMenuItem>
      )}
      <DropdownMenuItem
        icon={autostart ? <PowerOff /> : <Power />}
        reason={mayNot("network.setAutostart") ?? transient}
        onSelect={() => acts.setAutostart(!autostart)}
      >
        {autostart ? "Don't start with the host" : "Start with the host"}
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <DropdownMenuItem
        icon={<Trash2 />}
        danger
        reason={mayNot("network.delete")}
        onSelect={() => onAsk("delete")}
      >
        Delete…
      </DropdownMenuItem>
    </AnchoredMenu>
  );
}

function whyNotEdit({ persistent, mode }: NetworkSummary): string | null {
  if (!persistent) return "It is transient: there is no saved definition";
  return mode === "hostdev" ? "Use “virsh net-edit” to change its virtual functions" : null;
}
