import * as z from "zod";
import { AppError } from "../../errors";
import { noteOf, type StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { liveUpdates, updateLive } from "../../network/edit/live-updates";
import { readRunningXml, readSavedXml } from "../../network/edit/save-network";
import type { NetworkHandle } from "../../network/load-networks";
import { isNetworkActive } from "../../network/network-acts";
import type { PlannedStep } from "../../plan.schema";
import { parseXml } from "../../xml/xml";
import { persevering } from "../persevering";
import { presentSoon } from "../present-soon";
import { changeJobNetwork, type NetworkRooms, withJobNetwork } from "./network-work";

/** What the job that changes a network is made of. */
export const editInputSchema = z.object({
  uuid: z.guid(),
  name: z.string(),
  /** The saved definition, as it was and as it is to be. */
  before: z.string(),
  after: z.string(),
  /** Whether the running network follows. */
  live: z.boolean(),
});
export type EditInput = z.infer<typeof editInputSchema>;

/** `left`: what libvirt made of the new definition; null until it has said so. */
const noteSchema = z.object({ left: z.string().nullable() });

/** In the order of `editWords`. */
export function editSteps(rooms: NetworkRooms, hostId: string, input: EditInput): StepWork[] {
  const steps = [defineStep(rooms, hostId, input), ...(input.live ? [followStep(rooms, hostId, input)] : [])];
  return steps.map((work) => persevering(() => rooms.fleet.host(hostId), work));
}

function defineStep(rooms: NetworkRooms, hostId: string, { before, after, ...network }: EditInput): StepWork {
  const onNetwork = <T>(work: (connection: Connection, net: NetworkHandle) => Promise<T>) =>
    changeJobNetwork(rooms, { hostId, ...network }, work);
  /** The definition once it is another than before; null where it stays as it was. */
  const changedSoon = (connection: Connection, net: NetworkHandle) =>
    presentSoon(async () => {
      const now = await readSavedXml(connection, net);
      return now === before ? null : now;
    });
  return {
    run: (context) =>
      onNetwork(async (connection, net) => {
        const note = noteOf(context.note, noteSchema);
        // Asked for just before a crash, it may be defined only now.
        const now = note === null ? await readSavedXml(connection, net) : await changedSoon(connection, net);
        if (note === null && now !== before) throw changedMeanwhile(network.name);
        context.remember({ left: null });
        await connection.call("network_define_xml", { xml: after });
        context.remember({ left: await readSavedXml(connection, net) });
      }),
    verify: async () => undefined,
    undo: (memory) =>
      onNetwork(async (connection, net) => {
        const note = noteOf(memory.note, noteSchema);
        if (note === null) return;
        const now = await changedSoon(connection, net);
        if (now === null) return;
        if (note.left !== null && now !== note.left) throw changedMeanwhile(network.name);
        await connection.call("network_define_xml", { xml: before });
      }),
  };
}

/** Has the running network follow its definition, as far as libvirt can. */
function followStep(rooms: NetworkRooms, hostId: string, { before, ...network }: EditInput): StepWork {
  const follow = (xmlOf: (connection: Connection, net: NetworkHandle) => Promise<string>) =>
    changeJobNetwork(rooms, { hostId, ...network }, async (connection, net) => {
      if (!(await isNetworkActive(connection, net))) return;
      await updateLive(connection, net, await missing(connection, net, await xmlOf(connection, net)));
    });
  return {
    run: async ({ note, remember }) => {
      if (note !== null) await settled(rooms, hostId, network);
      remember("began");
      await follow(readSavedXml);
    },
    verify: async () => undefined,
    undo: async ({ note }) => {
      if (note === null) return;
      await settled(rooms, hostId, network);
      await follow(async () => before);
    },
  };
}

/** What the running network lacks of a definition. */
async function missing(connection: Connection, net: NetworkHandle, xml: string) {
  return liveUpdates(parseXml(await readRunningXml(connection, net)), parseXml(xml));
}

/** Waits for what libvirt may have been asked for just before a crash. */
function settled(
  rooms: NetworkRooms,
  hostId: string,
  network: Omit<EditInput, "before">,
): Promise<true | null> {
  return withJobNetwork(rooms, { hostId, ...network }, (connection, net) =>
    presentSoon(async () => {
      if (!(await isNetworkActive(connection, net))) return true;
      return (await missing(connection, net, await readSavedXml(connection, net))).length === 0 ? true : null;
    }),
  );
}

/** What is shown of {@link editSteps}. @param live What the running network takes over, in words. */
export function editWords(name: string, diff: string, live: readonly string[]): PlannedStep[] {
  const define: PlannedStep = {
    title: `Change the definition of ${name}`,
    effect: diff,
    risk: null,
    undo: "The previous definition is restored.",
  };
  if (live.length === 0) return [define];
  const follow: PlannedStep = {
    title: `Have the running network ${name} follow`,
    effect: `virsh net-update ${name} … --live: ${live.join(", ")}`,
    risk: null,
    undo: "The running network is given back what it had.",
  };
  return [define, follow];
}

function changedMeanwhile(name: string): AppError {
  return new AppError("conflict", {
    userMessage: `Somebody else has changed the network ${name} meanwhile, so it was left as it is. Open it again to see its settings.`,
  });
}
