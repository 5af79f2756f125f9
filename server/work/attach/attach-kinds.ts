import { replaceContent } from "../../domain/changes/replace-content";
import { attachCard } from "../../domain/edit/attach-card";
import { detachCard } from "../../domain/edit/detach-card";
import { hostPciDevices } from "../../domain/host-devices/read-host-devices";
import type { Fleet } from "../../fleet/fleet";
import { defineJobKind, type JobKind, noteOf, type StepWork } from "../../job/job-kind";
import type { parseXml } from "../../xml/xml";
import { changeDefinition } from "../definition/change-definition";
import type { DefinitionHistory } from "../definition/definition-history";
import { editedNoteSchema, restoredDefinition } from "../definition/edited-note";
import { persevering } from "../persevering";
import { presentSoon } from "../present-soon";
import {
  type AttachInput,
  attachInputSchema,
  type DetachInput,
  detachInputSchema,
} from "./attach-input.schema";
import { notAsPlanned } from "./attach-words";
import { hasAll, hasNone, LiveDomain } from "./live-domain";

type Document = ReturnType<typeof parseXml>;

/** The job that gives a VM devices of the host. */
export function attachKind(rooms: AttachRooms): JobKind<"attach"> {
  return defineJobKind("attach", attachInputSchema, (hostId, input) =>
    attachSteps(partsOf(rooms, hostId, input), input),
  );
}

/** The job that takes them from it. */
export function detachKind(rooms: AttachRooms): JobKind<"detach"> {
  return defineJobKind("detach", detachInputSchema, (hostId, input) =>
    detachSteps(partsOf(rooms, hostId, input), input),
  );
}

function partsOf(rooms: AttachRooms, hostId: string, input: AttachInput | DetachInput): Parts {
  return {
    host: () => rooms.fleet.host(hostId),
    domain: new LiveDomain(rooms.fleet, hostId, input.vmId),
    edit: editorOf(rooms, hostId, input),
  };
}

/** What these jobs reach. */
interface AttachRooms {
  fleet: Pick<Fleet, "host" | "vm">;
  definitions: DefinitionHistory;
}

interface Parts {
  host: () => ReturnType<Fleet["host"]>;
  domain: LiveDomain;
  edit: DefinitionEditor;
}

/** Has libvirt take over the definition that `edit` makes of the present one; null where it need not. */
type DefinitionEditor = (what: string, edit: (document: Document) => Document | null) => Promise<void>;

function editorOf(
  rooms: AttachRooms,
  hostId: string,
  { vmId, by }: AttachInput | DetachInput,
): DefinitionEditor {
  return async (what, edit) => {
    await changeDefinition(rooms, {
      hostId,
      vmId,
      by,
      what,
      base: null,
      edit: (document) => {
        const edited = edit(document);
        if (edited !== null && edited !== document) replaceContent(document, edited);
      },
    });
  };
}

function attachSteps({ host, domain, edit }: Parts, input: AttachInput): StepWork[] {
  const { functions, options, live, vmName } = input;
  const addresses = functions.map(({ address }) => address);
  const words = addresses.join(", ");
  const define = persevering(host, {
    run: ({ note, remember }) =>
      edit(`Attached ${words}`, (document) => {
        const had = attachedIn(document, addresses);
        if (note === null) remember({ had, left: null });
        if (had.length > 0) return null;
        attachCard(document, functions, options);
        return document;
      }),
    verify: async () => {
      if (!hasAll((await domain.describe()).saved, addresses)) throw notAsPlanned(vmName, addresses);
    },
    undo: async (memory) => {
      const note = noteOf(memory.note, editedNoteSchema);
      if (note === null) return;
      await takenOver(domain, (saved) => hasAll(saved, addresses));
      await edit(`Took back: attached ${words}`, (document) => {
        const attached = attachedIn(document, addresses).filter((address) => !note.had.includes(address));
        if (attached.length === 0) return null;
        detachCard(document, attached);
        return document;
      });
    },
  });
  return live === null ? [define] : [define, plugStep(domain, live, addresses, vmName)];
}

function detachSteps({ host, domain, edit }: Parts, input: DetachInput): StepWork[] {
  const { addresses, before, live, vmName } = input;
  const words = addresses.join(", ");
  const define = persevering(host, {
    run: async (context) => {
      await edit(`Detached ${words}`, (document) => {
        const attached = attachedIn(document, addresses);
        if (attached.length === 0) return null;
        if (context.note === null) context.remember({ had: [], left: null });
        detachCard(document, attached);
        return document;
      });
      if (context.note !== null) context.remember({ had: [], left: (await domain.describe()).saved });
    },
    verify: async () => {
      if (!hasNone((await domain.describe()).saved, addresses)) throw notAsPlanned(vmName, addresses);
    },
    undo: async (memory) => {
      const note = noteOf(memory.note, editedNoteSchema);
      if (note === null) return;
      if (note.left === null) await takenOver(domain, (saved) => hasNone(saved, addresses));
      const now = (await domain.describe()).saved;
      await edit(`Took back: detached ${words}`, (document) =>
        attachedIn(document, addresses).length > 0
          ? null
          : restoredDefinition(document, { before, left: note.left, now }),
      );
    },
  });
  return live === null ? [define] : [unplugStep(domain, live, addresses, vmName), define];
}

/** Waits for a definition that libvirt may have been sent just before a crash: it would come after all was taken back. */
async function takenOver(domain: LiveDomain, isSo: (saved: string) => boolean): Promise<void> {
  await presentSoon(async () => (isSo((await domain.describe()).saved) ? true : null));
}

/** What a step that plugs or unplugs notes once it has seen that it is the one to do it. */
const beganNote = "began";

function plugStep(domain: LiveDomain, xml: string, addresses: string[], vmName: string): StepWork {
  return {
    run: async ({ note, remember }) => {
      if (note === beganNote) await pluggedSoon(domain, addresses);
      const { live } = await domain.describe();
      if (live === null || hasAll(live, addresses)) return;
      remember(beganNote);
      await domain.plug(xml, addresses);
    },
    verify: async () => {
      const { live } = await domain.describe();
      if (live !== null && !hasAll(live, addresses)) throw notAsPlanned(vmName, addresses);
    },
    undo: async ({ note }) => {
      if (note !== beganNote) return;
      await pluggedSoon(domain, addresses);
      await unplugAll(domain, addresses, null);
    },
  };
}

/** Waits for what libvirt may have been asked to plug in just before a crash. */
async function pluggedSoon(domain: LiveDomain, addresses: string[]): Promise<void> {
  await presentSoon(async () => {
    const { live } = await domain.describe();
    return live === null || hasAll(live, addresses) ? true : null;
  });
}

function unplugStep(domain: LiveDomain, xml: string, addresses: string[], vmName: string): StepWork {
  return {
    run: async ({ signal, remember }) => {
      const { live } = await domain.describe();
      if (live === null || hasNone(live, addresses)) return;
      remember(beganNote);
      await unplugAll(domain, addresses, signal);
    },
    verify: async () => {
      const { live } = await domain.describe();
      if (live !== null && !hasNone(live, addresses)) throw notAsPlanned(vmName, addresses);
    },
    undo: async ({ note }) => {
      if (note === beganNote) await domain.plug(xml, addresses);
    },
  };
}

async function unplugAll(
  domain: LiveDomain,
  addresses: readonly string[],
  signal: AbortSignal | null,
): Promise<void> {
  for (const address of addresses) await domain.unplug(address, signal);
}

/** Which of the devices a definition has. */
function attachedIn(document: Document, addresses: readonly string[]): string[] {
  const found = hostPciDevices(document).map(({ address }) => address);
  return addresses.filter((address) => found.includes(address));
}
