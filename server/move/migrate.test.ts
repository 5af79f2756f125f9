import { describe, expect, test } from "vitest";
import type { Connection } from "../libvirt/connection";
import { ConnectionError } from "../libvirt/errors";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { refusal } from "../libvirt/testing/refusal";
import { type Migration, migrate, Unsettled } from "./migrate";

type Side = Pick<Connection, "call">;
type Answer = Record<string, unknown> | Error;

const cookie = (text: string) => new TextEncoder().encode(text);
const migration: Migration = {
  dom: { name: "web", uuid: new Uint8Array(16), id: 3 },
  name: "web",
  flags: 1 | 8192,
  definition: { live: "<domain/>", kept: "<kept/>" },
  copiedDisks: ["vda", "vdb"],
  bandwidthMiB: 40,
};

/** Both sides, of which each call is written down. */
function sides(answers: Record<string, Answer> = {}) {
  const calls: { name: string; args: Record<string, unknown> }[] = [];
  const usual: Record<string, Answer> = {
    begin3: { cookie_out: cookie("begun"), xml: "<there/>" },
    prepare3: { cookie_out: cookie("prepared"), uri_out: "tcp:10.0.0.2:49152" },
    perform3: { cookie_out: cookie("performed") },
    finish3: { cookie_out: cookie("finished") },
    confirm3: {},
  };
  const side = (where: string): Side => ({
    call: (async (procedure: string, args: Record<string, unknown>) => {
      const name = procedure.replace(/^domain_migrate_(.*)_params$/, "$1");
      calls.push({ name: `${where} ${name}`, args });
      const answer = answers[name] ?? usual[name];
      if (answer instanceof Error) throw answer;
      return answer;
    }) as Side["call"],
  });
  const names = () => calls.map(({ name }) => name);
  const argsOf = (name: string) => calls.find((call) => call.name === name)?.args ?? {};
  return { both: { source: side("source"), target: side("target") }, names, argsOf };
}

const refused = () => refusal(errorNumber.OPERATION_FAILED);

describe("migrate", () => {
  test("goes through the five calls, with each one's cookie for the next", async () => {
    const { both, names, argsOf } = sides();
    await migrate(both, migration);
    expect(names()).toEqual([
      "source begin3",
      "target prepare3",
      "source perform3",
      "target finish3",
      "source confirm3",
    ]);
    const cookies = names()
      .slice(1)
      .map((name) => new TextDecoder().decode(argsOf(name).cookie_in as Uint8Array));
    expect(cookies).toEqual(["begun", "prepared", "performed", "finished"]);
    const fields = (name: string) => (argsOf(name).params as { field: string }[]).map(({ field }) => field);
    expect(fields("source begin3")).toEqual([
      "destination_xml",
      "persistent_xml",
      "migrate_disks",
      "migrate_disks",
      "bandwidth",
    ]);
    expect(fields("source perform3")).toContain("migrate_uri");
    expect(argsOf("target prepare3").params).toContainEqual(
      expect.objectContaining({
        field: "destination_xml",
        value: expect.objectContaining({ value: "<there/>" }),
      }),
    );
  });

  test("tells the source alone what only the source minds", async () => {
    const { both, argsOf } = sides();
    await migrate(both, migration);
    expect(argsOf("source perform3").flags).toBe(1 | 8192 | 256);
    expect(argsOf("target prepare3").flags).toBe(1);
    expect(argsOf("source confirm3").cancelled).toBe(0);
  });

  test("has the source let go where the target refuses to prepare", async () => {
    const { both, names, argsOf } = sides({ prepare3: refused() });
    await expect(migrate(both, migration)).rejects.toThrow("no");
    expect(names()).toEqual(["source begin3", "target prepare3", "source confirm3"]);
    expect(argsOf("source confirm3").cancelled).toBe(1);
  });

  test("has the target forget it where the copy fails, and does not confirm what the source has ended itself", async () => {
    const { both, names, argsOf } = sides({ perform3: refused(), finish3: refused() });
    await expect(migrate(both, migration)).rejects.toThrow("no");
    expect(names()).toEqual(["source begin3", "target prepare3", "source perform3", "target finish3"]);
    expect(argsOf("target finish3")).toMatchObject({ cancelled: 1, cookie_in: new Uint8Array() });
  });

  test("has it go on on the source where the target refuses at the end", async () => {
    const { both, argsOf } = sides({ finish3: refused() });
    await expect(migrate(both, migration)).rejects.toThrow("no");
    expect(argsOf("source confirm3").cancelled).toBe(1);
  });

  test("leaves the source as it is where the target's last answer is missing, until somebody knows", async () => {
    const { both, names, argsOf } = sides({ finish3: new ConnectionError("timeout", "silence") });
    const error = await migrate(both, migration).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unsettled);
    expect(names().at(-1)).toBe("target finish3");
    await (error as Unsettled).settle("arrived");
    expect(argsOf("source confirm3").cancelled).toBe(0);
  });
});
