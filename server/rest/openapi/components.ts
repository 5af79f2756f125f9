import * as z from "zod";
import { hostSummarySchema, vmSummarySchema } from "../../fleet/schema";
import { jobSchema } from "../../job/job.schema";
import { leaseSchema } from "../../network/leases.schema";
import { networkSummarySchema } from "../../network/network.schema";
import { judgedDeviceSchema, judgedReportSchema } from "../../pci/schema";
import { planSchema } from "../../plan.schema";
import { poolSummarySchema } from "../../storage/pool.schema";
import { volumeSummarySchema } from "../../storage/volume.schema";
import { begunSchema } from "../begun.schema";
import { problemSchema } from "../problem";
import { fieldWords } from "./units";

/** What has a name of its own in the document, for clients' types. */
const named: Readonly<Record<string, z.ZodType>> = {
  Begun: begunSchema,
  Device: judgedDeviceSchema,
  Host: hostSummarySchema,
  HostReport: judgedReportSchema,
  Job: jobSchema,
  Lease: leaseSchema,
  Network: networkSummarySchema,
  Plan: planSchema,
  Pool: poolSummarySchema,
  Problem: problemSchema,
  Vm: vmSummarySchema,
  Volume: volumeSummarySchema,
};

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });

const refPath = "#/components/schemas/";

type Visit = Parameters<NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>["override"]>>[0];

/** Says what a field means beside its form. */
function describe({ jsonSchema, path }: Visit): void {
  const { maxBytes } = jsonSchema;
  // No word of JSON Schema: the bound of `withinBytes`.
  delete jsonSchema.maxBytes;
  if (typeof maxBytes === "number") jsonSchema.description = `At most ${maxBytes} bytes as JSON.`;
  const [parent, name] = path.slice(-2);
  const words = parent === "properties" && typeof name === "string" ? fieldWords(name) : null;
  if (words !== null && jsonSchema.description === undefined) jsonSchema.description = words;
}

/** The named schemas, as the document has them: of what is answered. */
export function componentSchemas(): Record<string, z.core.JSONSchema.BaseSchema> {
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `${refPath}${id}`,
    io: "output",
    unrepresentable: "any",
    override: describe,
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)]));
}

/** A schema of what is answered, which names the named ones. */
export function answerSchema(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  const id = registry.get(schema)?.id;
  if (id !== undefined) return { $ref: `${refPath}${id}` };
  const own = z.registry<{ id: string }>();
  for (const [name, one] of Object.entries(named)) own.add(one, { id: name });
  own.add(schema, { id: "Answer" });
  const { schemas } = z.toJSONSchema(own, {
    uri: (name) => `${refPath}${name}`,
    io: "output",
    unrepresentable: "any",
    override: describe,
  });
  return plain(schemas.Answer ?? {});
}

/** A schema of what is sent. */
export function inputSchema(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  return plain(z.toJSONSchema(schema, { io: "input", unrepresentable: "any", override: describe }));
}

/** Without what OpenAPI says once for the whole document. */
function plain({ $schema: _schema, $id: _id, ...rest }: z.core.JSONSchema.BaseSchema) {
  return rest;
}
