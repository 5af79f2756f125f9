import { expect, test } from "vitest";
import { procedureKinds } from "./procedure-kinds";
import { appRouter } from "./router";

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Made>);

interface Made {
  _def: { type: string; meta?: { act?: string } };
}

test("every mutation is made of the act that bears its name", () => {
  const mutations = procedures.filter(([, { _def }]) => _def.type === "mutation");
  expect(mutations.map(([path, { _def }]) => [path, _def.meta?.act])).toEqual(
    mutations.map(([path]) => [path, path]),
  );
  expect(mutations).toHaveLength(
    [...procedureKinds(appRouter).values()].filter((kind) => kind === "mutation").length,
  );
});

test("whatever else is made of an act bears its name as well", () => {
  for (const [path, { _def }] of procedures) {
    if (_def.meta?.act !== undefined) expect(_def.meta.act).toBe(path);
  }
});
