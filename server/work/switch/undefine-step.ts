import * as z from "zod";
import { AppError } from "../../errors";
import { noteOf, type StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { persevering } from "../persevering";
import { goneSoon } from "../present-soon";
import { deletedMeanwhile } from "./deleted-meanwhile";
import type { Refusal, Switchable } from "./switchable";

/** As it was before libvirt was asked to forget it. */
const noteSchema = z.object({ xml: z.string(), autostart: z.boolean() });

/** Has libvirt forget something that is off; taken back, it is defined again. @param refuse Rejects where it is needed. */
export function undefineStep(thing: Switchable, refuse: Refusal): StepWork {
  const isThere = async (connection: Connection) => (await thing.find(connection)) !== null;
  return persevering(thing.host, {
    run: ({ note, remember }) =>
      thing.on(async (connection) => {
        // Asked for just before a crash, it may be forgotten only now.
        if (note !== null && (await goneSoon(() => isThere(connection)))) return;
        const handle = await thing.find(connection);
        if (handle === null) throw deletedMeanwhile(thing);
        // libvirt lets a network run on without its definition.
        if (await thing.isOn(connection)) throw refusal(`The ${thing.title} was started in the meantime.`);
        await refuse(connection);
        const { xml, autostart } = await thing.definition(connection, handle);
        remember({ xml, autostart });
        await thing.undefine(connection, handle);
      }),
    verify: () =>
      thing.on(async (connection) => {
        if (await isThere(connection))
          throw refusal(`Somebody else has defined the ${thing.title} again, so it was left as it is.`);
      }),
    undo: (memory) =>
      thing.on(async (connection) => {
        const note = noteOf(memory.note, noteSchema);
        if (note === null) return;
        const isGone = await goneSoon(() => isThere(connection));
        const handle = isGone ? await thing.define(connection, note.xml) : await thing.find(connection);
        if (handle !== null && note.autostart) await thing.enableAutostart(connection, handle);
      }),
  });
}

function refusal(userMessage: string): AppError {
  return new AppError("conflict", { userMessage });
}
