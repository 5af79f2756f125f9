import { withPasswordsOf } from "../../domain/changes/passwords";
import { readSavedDefinition } from "../../domain/edit-definition";
import { act } from "../../domain/lifecycle";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { parseXml, serializeXml } from "../../xml/xml";
import type { DefinitionHistory } from "../definition/definition-history";
import { persevering } from "../persevering";
import type { CreateInput } from "./create-input.schema";
import { defineOwnDomain, findDomain, forceOff, isActive, removeOwnDomain } from "./own-domain";
import { startInstaller } from "./start-installer";
import { untilStarted } from "./until-started";

/** What the steps reach. */
export interface CreateRooms {
  fleet: Pick<Fleet, "host">;
  definitions: Pick<DefinitionHistory, "change">;
}

/** Has libvirt know the new VM. Taken back, it is gone whole: saved state, firmware variables and TPM with it. */
export function defineStep(
  { fleet, definitions }: CreateRooms,
  hostId: string,
  input: CreateInput,
): StepWork {
  const run = runner(fleet, hostId, input);
  const author = { subject: `VM ${input.name}`, by: input.by, what: "Created" };
  return persevering(() => fleet.host(hostId), {
    run: (context) =>
      definitions.change({ hostId, vmId: input.vmId }, author, (connection) =>
        defineOwnDomain(connection, input, context, () => wholeXml(fleet, hostId, input)),
      ),
    verify: async () => {
      if ((await run((connection) => findDomain(connection, input.vmId))) === null) throw gone(input.name);
    },
    undo: (memory) => run((connection) => removeOwnDomain(connection, input.vmId, memory)),
  });
}

/** Starts the new VM. */
export function startStep(fleet: Pick<Fleet, "host">, hostId: string, input: CreateInput): StepWork {
  const run = runner(fleet, hostId, input);
  return {
    run: ({ signal }) =>
      fleet.host(hostId).runLong(`VM ${input.name}`, async (connection) => {
        const dom = await findDomain(connection, input.vmId);
        if (dom === null) throw gone(input.name);
        // A start that was asked for before a crash may still fail.
        await untilStarted(connection, dom, signal);
        if (await isActive(connection, dom)) return;
        if (input.installation === null) await act(connection, dom, "start");
        else await startInstaller(connection, dom, input.installation);
      }),
    // A guest may be through with its work already.
    verify: () => Promise.resolve(),
    undo: () =>
      run(async (connection) => {
        const dom = await findDomain(connection, input.vmId);
        if (dom !== null) await forceOff(connection, dom);
      }),
  };
}

function runner(fleet: Pick<Fleet, "host">, hostId: string, { name }: CreateInput) {
  return <Value>(work: (connection: Connection) => Promise<Value>) =>
    fleet.host(hostId).run(`VM ${name}`, work);
}

/** With the passwords of the VM that it is a clone of, which are written down nowhere else. */
async function wholeXml(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  { name, xml, passwordsOf, volumes, fromHost }: CreateInput,
): Promise<string> {
  if (passwordsOf === null) return xml;
  return fleet.host(fromHost?.id ?? hostId).run(`VM ${name}`, async (connection) => {
    const original = await findDomain(connection, passwordsOf);
    if (original === null) return xml;
    if (volumes.length > 0 && (await isActive(connection, original))) throw startedMeanwhile(original.name);
    const present = parseXml(await readSavedDefinition(connection, original));
    return serializeXml(withPasswordsOf(present, parseXml(xml)));
  });
}

export function startedMeanwhile(name: string): AppError {
  return new AppError("conflict", {
    userMessage: `${name} was started while its disks were copied, so the copies may be damaged. Shut it down and clone it again.`,
  });
}

function gone(name: string): AppError {
  return new AppError("conflict", { userMessage: `${name} was deleted in the meantime.` });
}
