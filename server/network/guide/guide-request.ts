import type { NetplanFile } from "../host/host-network.schema";
import type { GuideStep } from "./bridge-guide.schema";

/** What a network manager's guide is written from. */
export interface GuideRequest {
  device: string;
  bridge: string;
  /** Of the card: the bridge takes it over, so that DHCP gives the host the address that it has. */
  mac: string | null;
  /** null: by DHCP. */
  fixed: { cidr: string; gateway: string | null; nameServers: string[] } | null;
  netplan: readonly NetplanFile[];
}

/** How one network manager makes a bridge, and takes it back. */
export interface ManagerGuide {
  steps: GuideStep[];
  undo: string[];
  /** What the manager itself does, should the host be cut off. */
  safety: string;
}

/** Minutes that somebody has to say that the host is still reached. */
const safetyMinutes = 3;

/** Runs commands by the host itself in some minutes, whoever is cut off by then, unless they are called off. */
export function undoLater(undo: readonly string[]): GuideStep {
  return {
    title: `Schedule an undo in ${safetyMinutes} minutes, in case you are cut off`,
    file: null,
    commands: [`systemd-run --unit=undo-bridge --on-active=${safetyMinutes}min sh -c '${undo.join("; ")}'`],
  };
}

/** The step after which it stays. */
export const keepIt: GuideStep = {
  title: "If you can still reach the host, keep it",
  file: null,
  commands: ["systemctl stop undo-bridge.timer"],
};
