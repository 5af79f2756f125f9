import { AppError } from "../../errors";
import type { Connection } from "../../libvirt/connection";
import { networkXmlFlags } from "../../libvirt/protocol/constants.gen";
import { fingerprintOf } from "../../xml/fingerprint";
import { unifiedDiff } from "../../xml/unified-diff";
import { parseXml, serializeXml } from "../../xml/xml";
import type { NetworkHandle } from "../load-networks";
import { differences, updatedParts } from "./differences";
import { editNetwork } from "./edit-network";
import type { LiveUpdate } from "./live-update";
import { liveUpdates } from "./live-updates";
import type { NetworkSettings } from "./network-settings.schema";
import { readSettings } from "./read-settings";

/** A network's saved definition. */
export interface SavedNetwork {
  xml: string;
  settings: NetworkSettings;
  /** Stands for the definition: a change on the ground of another one is refused. */
  base: string;
}

/** A change of a network as it would be made. */
export interface NetworkChange {
  before: string;
  after: string;
  diff: string;
  updates: LiveUpdate[];
  /** What a running network takes over at once, in words. */
  live: string[];
  /** What waits until a running network is stopped and started, in words. */
  waiting: string[];
}

export async function readSavedNetwork(connection: Connection, net: NetworkHandle): Promise<SavedNetwork> {
  const xml = await readSavedXml(connection, net);
  const root = parseXml(xml).documentElement;
  if (root === null) throw new AppError("internal", { userMessage: `${net.name} has an empty definition.` });
  return { xml, settings: readSettings(root), base: fingerprintOf(xml) };
}

/** Works out a change. Changes nothing. */
export async function planNetworkChange(
  connection: Connection,
  net: NetworkHandle,
  { before, to }: { before: string; to: NetworkSettings },
): Promise<NetworkChange> {
  const document = parseXml(before);
  editNetwork(document, to);
  const after = serializeXml(document);
  const change = { before, after, diff: unifiedDiff(serializeXml(parseXml(before)), after) };
  const { active } = await connection.call("network_is_active", { net });
  if (active === 0) return { ...change, updates: [], live: [], waiting: [] };
  const running = parseXml(await readRunningXml(connection, net));
  const updates = liveUpdates(running, document);
  const live = updatedParts(updates, running);
  const waiting = differences(running, document).filter((part) => !live.includes(part));
  return { ...change, updates, live, waiting };
}

export async function readSavedXml(connection: Connection, net: NetworkHandle): Promise<string> {
  return (await connection.call("network_get_xml_desc", { net, flags: networkXmlFlags.INACTIVE })).xml;
}

/** Of a network that is on. */
export async function readRunningXml(connection: Connection, net: NetworkHandle): Promise<string> {
  return (await connection.call("network_get_xml_desc", { net, flags: 0 })).xml;
}
