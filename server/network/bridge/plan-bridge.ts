import { addressingOf } from "../guide/addressing";
import { whyNoBridge } from "../guide/bridge-guide";
import type { BridgeRequest } from "../guide/bridge-guide.schema";
import type { GuideRequest } from "../guide/guide-request";
import type { HostNetworking, NetworkManager } from "../host/host-network.schema";
import type { BridgeFiles, PlannedBridge } from "./bridge-change";
import { ownWay } from "./own-ways";
import { planIfupdown } from "./plan-ifupdown";
import { planNetplan } from "./plan-netplan";
import { planNetworkManager } from "./plan-network-manager";
import { planNetworkd } from "./plan-networkd";

type Plan = (request: GuideRequest, files: BridgeFiles) => PlannedBridge;

const plans: Readonly<Record<NetworkManager, Plan>> = {
  netplan: planNetplan,
  NetworkManager: planNetworkManager,
  ifupdown: planIfupdown,
  "systemd-networkd": planNetworkd,
  nixos: () => ({
    refusal:
      "NixOS makes its network of its configuration, which is its owner's to edit: what to write is told below.",
  }),
};

/** What a bridge of a network card takes; pure. */
export function planBridge(host: HostNetworking, wish: BridgeRequest, files: BridgeFiles): PlannedBridge {
  const port = host.links.find(({ name }) => name === wish.device);
  const refusal = whyNoBridge(host, wish, port) ?? ownWay(files) ?? whyUnseen(host);
  if (refusal !== null || port === undefined) return { refusal: refusal ?? "" };
  const addressing = addressingOf(port, wish.address, host);
  const planned = plans[host.manager]({ port, bridge: wish.bridge, addressing, host }, files);
  if ("refusal" in planned || planned.files.length > 0) return planned;
  return { refusal: "Nothing would change by it." };
}

/** What is only concluded of a distribution is good enough for a person, who sees what comes of it. */
function whyUnseen({ managerSeen, manager }: HostNetworking): string | null {
  if (managerSeen) return null;
  return `It can't be seen what configures this host's network. If it is ${manager}, what is told below makes the bridge.`;
}
