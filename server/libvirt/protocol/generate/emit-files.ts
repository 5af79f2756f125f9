import { emitReader, emitUnionReader, emitUnionWriter, emitWriter } from "./emit-codecs";
import { emitInterface, emitUnion } from "./emit-types";
import type { Struct } from "./grammar";
import type { Model } from "./model";
import { typeName } from "./names";
import type { GeneratedEvent, GeneratedProcedure, GeneratedPrograms } from "./programs";
import { reach } from "./reach";

const banner =
  "// Written by `npm run generate:protocol` from libvirt's protocol definitions. Do not edit.\n";

/** What the daemon sends besides results and events. */
const errorStruct = "virNetMessageError";

/** The files of the protocol by name. */
export function emitFiles(model: Model, programs: GeneratedPrograms): Map<string, string> {
  return new Map([
    ["types.gen.ts", emitTypesFile(model, programs)],
    ["codecs.gen.ts", emitCodecsFile(model, programs)],
    ["procedures.gen.ts", emitProceduresFile(model, programs.procedures)],
    ["events.gen.ts", emitEventsFile(programs.events)],
  ]);
}

function written({ procedures }: GeneratedPrograms): Struct[] {
  return procedures.flatMap((procedure) => procedure.arguments ?? []);
}

function read(model: Model, { procedures, events }: GeneratedPrograms): Struct[] {
  return [
    ...procedures.flatMap((procedure) => procedure.result ?? []),
    ...events.map((event) => event.message),
    ...[model.struct(errorStruct) ?? []].flat(),
  ];
}

function emitTypesFile(model: Model, programs: GeneratedPrograms): string {
  const { structs, unions } = reach(model, [...written(programs), ...read(model, programs)]);
  return [
    banner,
    ...unions.map((union) => emitUnion(model, union)),
    ...structs.map((struct) => emitInterface(model, struct)),
  ].join("\n");
}

function emitCodecsFile(model: Model, programs: GeneratedPrograms): string {
  const writing = reach(model, written(programs));
  const reading = reach(model, read(model, programs));
  const names = new Set(
    [...writing.structs, ...writing.unions, ...reading.structs, ...reading.unions].map(({ name }) =>
      typeName(name),
    ),
  );
  return [
    banner,
    'import { XdrError } from "../wire/xdr-error";',
    'import type { XdrReader } from "../wire/xdr-reader";',
    'import type { XdrWriter } from "../wire/xdr-writer";',
    `import type {\n${[...names].map((name) => `  ${name},\n`).join("")}} from "./types.gen";\n`,
    ...writing.unions.map((union) => emitUnionWriter(model, union)),
    ...writing.structs.map((struct) => emitWriter(model, struct)),
    ...reading.unions.map((union) => emitUnionReader(model, union)),
    ...reading.structs.map((struct) => emitReader(model, struct)),
  ].join("\n");
}

function emitProceduresFile(model: Model, procedures: GeneratedProcedure[]): string {
  const name = (struct: Struct | undefined) => (struct ? `types.${typeName(struct.name)}` : "undefined");
  const rows = procedures.map((procedure) => {
    const program = `programs.${procedure.program}`;
    const write = procedure.arguments ? `codecs.write${typeName(procedure.arguments.name)}` : "writeNothing";
    const readName = procedure.result ? `codecs.read${typeName(procedure.result.name)}` : "readNothing";
    return `  ${procedure.name}: { program: ${program}, number: ${procedure.number}, write: ${write}, read: ${readName} },`;
  });
  return [
    banner,
    'import { type Procedure, readNothing, writeNothing } from "../procedure";',
    'import * as codecs from "./codecs.gen";',
    'import type * as types from "./types.gen";\n',
    emitPrograms(model),
    "/** What each procedure takes, under the names of the `.x` files; undefined where it takes nothing. */",
    emitMap("ProcedureArguments", procedures, (procedure) => name(procedure.arguments)),
    "/** What each procedure answers; undefined where it answers nothing. */",
    emitMap("ProcedureResult", procedures, (procedure) => name(procedure.result)),
    "/** Procedures that open a stream. */",
    `export type StreamProcedureName =\n${procedures
      .filter(({ streams }) => streams)
      .map((procedure) => `  | "${procedure.name}"`)
      .join("\n")};\n`,
    "/** Procedures that are an ordinary call. */",
    "export type ProcedureName = Exclude<keyof ProcedureArguments, StreamProcedureName>;\n",
    "export const procedures: { readonly [P in keyof ProcedureArguments]: Procedure<ProcedureArguments[P], ProcedureResult[P]> } = {",
    ...rows,
    "};\n",
  ].join("\n");
}

function emitPrograms(model: Model): string {
  const number = (name: string) => `0x${model.number(name).toString(16)}`;
  return [
    "/** Numbers of the protocol's programs. */",
    "export const programs = {",
    `  REMOTE: ${number("REMOTE_PROGRAM")},`,
    `  QEMU: ${number("QEMU_PROGRAM")},`,
    `  KEEPALIVE: ${number("KEEPALIVE_PROGRAM")},`,
    "} as const;\n",
  ].join("\n");
}

function emitMap<T extends { name: string }>(name: string, items: T[], typeOf: (item: T) => string): string {
  const fields = items.map((item) => `  ${item.name}: ${typeOf(item)};`);
  return `export interface ${name} {\n${fields.join("\n")}\n}\n`;
}

function emitEventsFile(events: GeneratedEvent[]): string {
  const rows = events.map(
    (event) =>
      `  ${event.name}: { program: programs.${event.program}, number: ${event.number}, read: codecs.read${typeName(event.message.name)} },`,
  );
  return [
    banner,
    'import type { MessageType } from "../procedure";',
    'import * as codecs from "./codecs.gen";',
    'import { programs } from "./procedures.gen";',
    'import type * as types from "./types.gen";\n',
    "/** What each event carries. */",
    emitMap("EventMessage", events, (event) => `types.${typeName(event.message.name)}`),
    "export type EventName = keyof EventMessage;\n",
    "export const events: { readonly [E in EventName]: MessageType<EventMessage[E]> } = {",
    ...rows,
    "};\n",
  ].join("\n");
}
