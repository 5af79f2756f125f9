import { randomUUID } from "node:crypto";
import type { ObjectReference } from "../../access/object.schema";
import { onHost, onNetwork, onPool } from "../../access/objects-of";
import { imagesFolder, isSession } from "../../libvirt/uri";
import { buildNetwork } from "../../network/build-network";
import { loadNetworks } from "../../network/load-networks";
import type { CreateNetworkRequest } from "../../network/network-request.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { readPools } from "../../storage/read-pools";
import type { ActContext } from "../act-context";
import { linksOf } from "../network/host-links";
import { agreement, definePlannedAct, type Planned } from "../planned-act";
import { hostReference } from "../references.schema";
import { type BasicsInput, basicsKindName, basicsWords } from "./basics-kind";
import { type Basics, chooseBasics } from "./choose-basics";

/** Gives a host what no VM can do without and it has none of that runs: a pool, and a network. */
export const makeBasics = definePlannedAct({
  names: { plan: "host.planBasics", run: "host.makeBasics" },
  title: "Set up storage and a network",
  input: hostReference,
  agreed: hostReference.extend(agreement),
  objects: onHost,
  async plan(context, { hostId }): Promise<Planned> {
    const { basics, hostKnown } = await look(context, hostId);
    const { input, networkXml } = inputOf(basics);
    const warnings =
      hostKnown || basics.network?.kind !== "create" ? basics.warnings : [...basics.warnings, unknownHost];
    const nothing = input.pool === null && input.network === null;
    const plan = {
      kind: basicsKindName,
      title: titleOf(basics),
      steps: basicsWords(input, networkXml),
      warnings: nothing ? [] : warnings,
      refusal: nothing ? [complete, ...warnings].join(" ") : null,
    };
    return { plan: withFingerprint(plan, basics), jobInput: input, inHand: inHandOf(hostId, input) };
  },
});

const complete =
  "There is nothing that Passdeck could set up: a pool and a network are running, or can’t be made.";
const unknownHost =
  "The networks that this host is on could not be read. If the addresses below are in use there, cancel and create a network with others.";

async function look({ services: { fleet }, ...caller }: ActContext, hostId: string) {
  const host = fleet.host(hostId);
  const { hostNetworks, links } = await linksOf(fleet, caller, hostId);
  const [pools, networks] = await host.run(`Host ${hostId}`, (connection) =>
    Promise.all([readPools(connection), loadNetworks(connection)]),
  );
  const { uri } = host.machine.libvirt;
  const place = { imagesFolder: imagesFolder(uri), session: isSession(uri) };
  const basics = chooseBasics({ pools, networks, hostNetworks, ...place });
  return { basics, hostKnown: links !== null };
}

/** What the job gets, with UUIDs that it will know its own by. @returns also a new network's XML as people are to see it. */
function inputOf({ pool, network }: Basics): { input: BasicsInput; networkXml: string } {
  const input = {
    pool: pool?.kind === "create" ? { ...pool, uuid: randomUUID() } : pool,
    network: network?.kind === "create" ? newNetwork(network.request, randomUUID()) : network,
  };
  return { input, networkXml: network?.kind === "create" ? buildNetwork(network.request) : "" };
}

function newNetwork(request: CreateNetworkRequest, uuid: string): NonNullable<BasicsInput["network"]> {
  const { name, autostart } = request;
  return { kind: "create", uuid, name, autostart, xml: buildNetwork(request, uuid) };
}

function inHandOf(hostId: string, { pool, network }: BasicsInput): ObjectReference[] {
  return [
    ...(pool === null ? [] : [onPool({ hostId, pool: pool.name })]),
    ...(network === null ? [] : [onNetwork({ hostId, uuid: network.uuid })]),
  ];
}

/** "Create the pool default, start the network default" */
function titleOf({ pool, network }: Basics): string {
  const parts = [
    ...(pool === null ? [] : [`${pool.kind} the pool ${pool.name}`]),
    ...(network === null ? [] : [`${network.kind} the network ${network.name}`]),
  ].join(", ");
  return parts === "" ? "Set up storage and a network" : `${parts.charAt(0).toUpperCase()}${parts.slice(1)}`;
}
