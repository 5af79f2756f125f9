import type { HostLink, HostNetworking } from "../host/host-network.schema";
import type { Addressing } from "./addressing";
import type { GuideStep } from "./bridge-guide.schema";

/** What a network manager's guide is written from. */
export interface GuideRequest {
  /** The port: a card, a bond or a VLAN. The bridge takes over its MAC address, so that DHCP gives the host the same. */
  port: HostLink;
  bridge: string;
  addressing: Addressing;
  host: HostNetworking;
}

/** How one network manager makes a bridge, and takes it back. */
export interface ManagerGuide {
  steps: GuideStep[];
  undo: string[];
  /** What the manager itself does, should the host be cut off. */
  safety: string;
  /** What else happens, a sentence each. */
  notes?: string[];
}

/** Why a manager's guide can't be written without guessing. */
export interface NoGuide {
  refusal: string;
}

/** Minutes that somebody has to say that the host is still reached. */
const safetyMinutes = 3;

export const undoneByItself = "The host undoes it after some minutes, unless you cancel that.";

/** The MTU where it is another than Ethernet's own. */
export function oddMtu({ mtu }: HostLink): number | null {
  return mtu === 1500 ? null : mtu;
}

/** Runs commands by the host itself in some minutes, whoever is cut off by then, unless they are called off. */
export function undoLater(undo: readonly string[], { systemd }: HostNetworking): GuideStep {
  const script = undo.join("; ");
  return {
    title: `Schedule an undo in ${safetyMinutes} minutes, in case you are cut off`,
    file: null,
    commands: systemd
      ? [`systemd-run --unit=undo-bridge --on-active=${safetyMinutes}min sh -c '${script}'`]
      : [
          "rm -f /run/keep-bridge",
          `setsid nohup sh -c 'sleep ${safetyMinutes * 60}; [ -e /run/keep-bridge ] || { ${script}; }' >/dev/null 2>&1 &`,
        ],
  };
}

/** The step after which it stays. */
export function keepIt({ systemd }: HostNetworking): GuideStep {
  return {
    title: "If you can still reach the host, keep it",
    file: null,
    commands: [systemd ? "systemctl stop undo-bridge.timer" : "touch /run/keep-bridge"],
  };
}

/** One command that goes on when the connection that it is typed over is gone. */
export function detached(commands: readonly string[], { systemd }: HostNetworking): string {
  const script = commands.join("; ");
  return systemd
    ? `systemd-run --unit=make-bridge --collect sh -c '${script}'`
    : `setsid nohup sh -c '${script}' >/dev/null 2>&1 &`;
}
