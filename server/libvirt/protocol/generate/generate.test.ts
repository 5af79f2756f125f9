import { describe, expect, test } from "vitest";
import { parseApiConstants } from "./api-constants";
import { emitFiles } from "./emit-files";
import { Model } from "./model";
import { parseDefinitions } from "./parse";
import { collectPrograms } from "./programs";

const definitions = `
%#include "internal.h"
/* a comment; with = signs */
const REMOTE_STRING_MAX = 100;
const REMOTE_PROGRAM = 0x20008086;
const QEMU_PROGRAM = 0x20008087;
const KEEPALIVE_PROGRAM = 0x6b656570;
typedef string remote_nonnull_string<REMOTE_STRING_MAX>;
typedef remote_nonnull_string *remote_string;
typedef opaque remote_uuid[VIR_UUID_BUFLEN];
struct remote_nonnull_domain { remote_nonnull_string name; remote_uuid uuid; int id; };
union remote_value switch (int type) {
 case VIR_TYPED_PARAM_INT: int i;
 case 2: unsigned hyper ul;
};
struct remote_domain_poke_args { remote_nonnull_domain dom; remote_string how; unsigned int flags; };
struct remote_domain_poke_ret { /* insert@1 */ remote_value values<REMOTE_STRING_MAX>; char model[32]; };
struct remote_domain_event_poked_msg { remote_nonnull_domain dom; hyper when; };
struct virNetMessageError { int code; };
enum remote_procedure {
  /** @generate: none */
  REMOTE_PROC_DOMAIN_POKE = 1,
  /**
   * @generate: both
   * @readstream: 1
   */
  REMOTE_PROC_DOMAIN_WATCH = 2,
  REMOTE_PROC_DOMAIN_EVENT_POKED = 3
};
enum qemu_procedure { QEMU_PROC_DOMAIN_POKE = 1 };
`;

const constants = parseApiConstants(`<api><symbols>
  <macro name="VIR_UUID_BUFLEN" raw="(16)"/>
  <macro name="VIR_SUM" raw="(256 + 1)"/>
  <enum name="VIR_TYPED_PARAM_INT" value="1" type="virTypedParameterType"/>
  <enum name="VIR_ALIAS" value="VIR_TYPED_PARAM_INT" type="virOther"/>
</symbols></api>`);

function generate(): Map<string, string> {
  const model = new Model([parseDefinitions(definitions)], constants.byName);
  return emitFiles(model, collectPrograms(model));
}

function words(file: string): string {
  return (generate().get(file) ?? "").replace(/\s+/g, " ");
}

describe("the protocol's generator", () => {
  test("follows constants, sums and aliases of libvirt's API", () => {
    expect(Object.fromEntries(constants.byName)).toMatchObject({
      VIR_UUID_BUFLEN: 16,
      VIR_SUM: 257,
      VIR_ALIAS: 1,
    });
  });

  test("writes interfaces under the names of the definitions", () => {
    expect(words("types.gen.ts")).toContain(
      "export interface DomainPokeArguments { dom: Domain; how: string | null; flags: number; }",
    );
    expect(words("types.gen.ts")).toContain(
      "export interface DomainPokeResult { values: Value[]; model: number[]; }",
    );
    expect(words("types.gen.ts")).toContain("| { type: 2; value: bigint }");
  });

  test("writes codecs with every bound", () => {
    expect(words("codecs.gen.ts")).toContain(
      "name: reader.string(100), uuid: reader.fixedOpaque(16), id: reader.int()",
    );
    expect(words("codecs.gen.ts")).toContain(
      "values: reader.array(100, readValue), model: reader.fixedArray(32, (reader) => reader.int())",
    );
    expect(words("codecs.gen.ts")).toContain(
      "if (writer.present(value.how)) { writer.string(value.how, 100); }",
    );
  });

  test("tells procedures, streams and events apart", () => {
    const procedures = words("procedures.gen.ts");
    expect(procedures).toContain(
      "domain_poke: { program: programs.REMOTE, number: 1, write: codecs.writeDomainPokeArguments,",
    );
    expect(procedures).toContain(
      "qemu_domain_poke: { program: programs.QEMU, number: 1, write: writeNothing, read: readNothing }",
    );
    expect(procedures).toContain('export type StreamProcedureName = | "domain_watch";');
    expect(procedures).not.toContain("poked");
    expect(words("events.gen.ts")).toContain("domain_event_poked: types.DomainEventPokedMessage");
  });

  test.each([
    ["struct a { int b }", "line 1: expected “;”"],
    ["const A = 1;\nprogram X { };", "line 2: this begins no definition"],
    ["struct a { int b;", "unexpected end"],
  ])("says where it does not understand %s", (text, complaint) => {
    expect(() => parseDefinitions(text)).toThrow(complaint);
  });
});
