import { createConfig, lintFromString } from "@redocly/openapi-core";
import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { leastLevel, rights } from "../../access/rights";
import { largestJson } from "../../api/largest-json";
import { parametersOf } from "../match-route";
import { problemCodes } from "../problem";
import { routes } from "../routes";
import { bodySchemaOf, isInQuery, openApiDocument } from "./document";

let text: string;

beforeAll(() => {
  text = JSON.stringify(openApiDocument());
});

test("the document is right OpenAPI 3.1, by the rules that Redocly recommends", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source: text, absoluteRef: "/openapi.json", config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
    [],
  );
});

test("names are unique, and every path has its parameters in the input", () => {
  expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
  for (const { path, input } of routes)
    expect([path, parametersOf(path).filter((name) => !(name in input.shape))]).toEqual([path, []]);
});

const kinds = Object.keys(rights) as (keyof typeof rights)[];

test.each(routes.map((route) => [route.id, route] as const))("%s", (_id, route) => {
  for (const right of route.rights) expect(kinds.some((kind) => leastLevel(kind, right) !== null)).toBe(true);
  const body = bodySchemaOf(route);
  if (body === null) return expect(route.example).toBeUndefined();
  // What it takes is bounded, and what is shown as an example is taken.
  expect(largestJson(body)).toBeLessThan(64 * 1024 * 1024);
  expect(body.safeParse(route.example).error).toBeUndefined();
});

test("fields say their units, and errors their codes", () => {
  const { components, info } = JSON.parse(text);
  const { Vm, Job, Problem } = components.schemas;
  expect(Vm.properties.memoryBytes.description).toBe("In bytes.");
  expect(Job.properties.startedAt.description).toBe("When; Unix time in milliseconds.");
  expect(Problem.properties.code.enum).toEqual(problemCodes);
  for (const code of problemCodes) expect(info.description).toContain(`\`${code}\``);
});

test("what changes something is no GET", () => {
  for (const { method, rights: needed } of routes.filter(({ method }) => isInQuery(method)))
    if (method === "GET")
      for (const right of needed)
        expect(right).toMatch(/(watch|see|state|xml|leases|volumes|watchReport|export|quota\.(of|mine))$/i);
  expect(z.object({}).safeParse({}).success).toBe(true);
});
