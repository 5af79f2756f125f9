import { expect, test } from "vitest";
import * as z from "zod";
import { answerProblems, answerSchemas } from "./answers.test-data";
import { procedureKinds } from "./procedure-kinds";
import { appRouter } from "./router";

test("every procedure says what it answers", () => {
  expect([...answerSchemas.keys()]).toEqual([...procedureKinds(appRouter).keys()]);
  expect([...answerSchemas].flatMap(([path, schema]) => (schema === null ? [path] : []))).toEqual([]);
});

test.each([...answerSchemas])("%s says it whole", (_path, schema) => {
  expect(["any", "unknown", "custom"].filter((kind) => kindsIn(schema).has(kind))).toEqual([]);
});

test("what an answer tells beyond its schema, or otherwise than that, is found", () => {
  const job = { id: "x", secret: 1 };
  expect(answerProblems("job.watch", { kind: "job", job })).toContain("job.watch.job.id: Invalid GUID");
  const messages = { kind: "snapshot", jobs: [], tokens: ["t"] };
  expect(answerProblems("job.watch", messages)).toEqual(["job.watch.tokens is told and stands in no schema"]);
  const sample = { hostId: "h", at: 1, host: { cpu: 0, memoryUsedBytes: 1, load: 2 }, vms: {}, gone: [] };
  expect(answerProblems("statistics.watch", sample)).toEqual([
    "statistics.watch.host.load is told and stands in no schema",
  ]);
  expect(answerProblems("job.cancel", undefined)).toEqual([]);
});

/** The kinds of all schemas that one is made of: "object", "string" … */
function kindsIn(schema: z.ZodType | null): Set<string> {
  const kinds = new Set<string>();
  if (schema !== null) {
    const override = ({ zodSchema }: { zodSchema: z.core.$ZodType }) => kinds.add(zodSchema._zod.def.type);
    z.toJSONSchema(schema, { unrepresentable: "any", override: (visit) => void override(visit) });
  }
  return kinds;
}
