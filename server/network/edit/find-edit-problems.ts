import { addressesOf, addressProblems, type NetworkSurroundings, ownerOf } from "../find-problems";
import { isOwn, type NetworkSettings } from "./network-settings.schema";

/** A change of a network's settings. */
export interface SettingsChange {
  /** The network's name, which stays. */
  name: string;
  now: NetworkSettings;
  to: NetworkSettings;
}

/** Why a network can't be changed so, a sentence for each reason. What stays as it is is no reason. */
export function findEditProblems(change: SettingsChange, surroundings: NetworkSurroundings): string[] {
  return [
    ...kindProblems(change),
    ...deviceProblems(change, surroundings),
    ...bridgeProblems(change, surroundings),
    ...placeProblems(change, surroundings),
  ];
}

function kindProblems({ now, to }: SettingsChange): string[] {
  if (now.mode === to.mode || (isOwn(now) && isOwn(to))) return [];
  return [
    "A network with its own bridge can't be changed into one on a host bridge, or back. Create a new network instead.",
  ];
}

function deviceProblems({ now, to }: SettingsChange, { links }: NetworkSurroundings): string[] {
  if (to.mode === "open" && to.device !== null)
    return ["An open network can't be restricted to a network card."];
  if (to.device === now.device || to.device === null || links === null) return [];
  return links.some(({ name }) => name === to.device)
    ? []
    : [`This host has no network device called ${to.device}.`];
}

function bridgeProblems({ name, now, to }: SettingsChange, surroundings: NetworkSurroundings): string[] {
  const { bridge } = to;
  if (bridge === now.bridge) return [];
  if (bridge === null) return ["Enter a bridge."];
  const owner = ownerOf(
    bridge,
    surroundings.networks.filter((network) => network.name !== name),
  );
  if (owner !== undefined) return [`${bridge} is the bridge of the network ${owner.name}.`];
  const link = surroundings.links?.find((one) => one.name === bridge);
  if (isOwn(to))
    return link === undefined ? [] : [`This host has a network device called ${bridge} already.`];
  if (surroundings.links === null || link?.bridge === true) return [];
  return [link === undefined ? `This host has no bridge called ${bridge}.` : `${bridge} is not a bridge.`];
}

function placeProblems({ name, now, to }: SettingsChange, surroundings: NetworkSurroundings): string[] {
  if (!isOwn(to)) return [];
  const [before, wanted] = [addressesOf(now), addressesOf(to)];
  if (wanted.length === 0 && to.mode !== "isolated") {
    return ["This mode needs an IPv4 or an IPv6 network."];
  }
  const changed = wanted.filter((address) => !before.includes(address));
  return addressProblems(changed, surroundings, name);
}
