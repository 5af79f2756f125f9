import type { Struct } from "./grammar";
import type { Model } from "./model";

/** A procedure that a client may call. */
export interface GeneratedProcedure {
  name: string;
  program: string;
  number: number;
  arguments: Struct | undefined;
  result: Struct | undefined;
  /** Calling it opens a stream. */
  streams: boolean;
}

/** A message that the daemon sends by itself. */
export interface GeneratedEvent {
  name: string;
  program: string;
  number: number;
  message: Struct;
}

export interface GeneratedPrograms {
  procedures: GeneratedProcedure[];
  events: GeneratedEvent[];
}

/** A program of the protocol: its enum of procedures, and how its structs and our names begin. */
interface Program {
  name: string;
  enumeration: string;
  structPrefix: string;
  ownPrefix: string;
}

const programs: readonly Program[] = [
  { name: "REMOTE", enumeration: "remote_procedure", structPrefix: "remote_", ownPrefix: "" },
  { name: "QEMU", enumeration: "qemu_procedure", structPrefix: "qemu_", ownPrefix: "qemu_" },
];

/** Tells procedures and events of all programs apart: what has a `…_msg` struct is an event. */
export function collectPrograms(model: Model): GeneratedPrograms {
  const found: GeneratedPrograms = { procedures: [], events: [] };
  for (const program of programs) {
    for (const member of model.enumMembers(program.enumeration)) {
      const base = member.name.replace(/^[A-Z]+_PROC_/, "").toLowerCase();
      const common = { name: program.ownPrefix + base, program: program.name, number: member.value };
      const message = model.struct(`${program.structPrefix}${base}_msg`);
      if (message) {
        found.events.push({ ...common, message });
        continue;
      }
      found.procedures.push({
        ...common,
        arguments: model.struct(`${program.structPrefix}${base}_args`),
        result: model.struct(`${program.structPrefix}${base}_ret`),
        streams: /@(?:read|write)stream:/.test(member.comment),
      });
    }
  }
  return found;
}
