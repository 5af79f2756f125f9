import * as z from "zod";
import { parametersOf } from "../match-route";
import { problemCodes } from "../problem";
import type { Method, Route } from "../route";
import { routes } from "../routes";
import { answerSchema, componentSchemas, inputSchema } from "./components";

type Json = Record<string, unknown>;

/** Methods whose input beside the path comes from the query. */
export function isInQuery(method: Method): boolean {
  return method === "GET" || method === "DELETE";
}

const about = `Everything that the pages of Passdeck do to hosts, VMs, storage and networks.

Send an API key as \`Authorization: Bearer KEY\`; keys are made in My account, and by \`passdeck token create\`. A key may what its user may, within its role, its VMs and its acts; what is out of its reach answers as what does not exist.

Sizes are in bytes and times are Unix milliseconds. Lists come in pages: ask on with \`next\` as \`cursor\`. Long work answers 202 with a job, which \`Location\` leads to. A POST with an \`Idempotency-Key\` is done once, however often it is sent within 24 hours. Errors are problem documents (RFC 9457) with a \`code\`: ${problemCodes.map((code) => `\`${code}\``).join(", ")}.`;

/** The document that describes `/api/v1`: OpenAPI 3.1, made of the table of routes. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Passdeck",
      version: "1",
      summary: "KVM hosts, their VMs and what they are handed.",
      description: about,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/api/v1" }],
    security: [{ apiKey: [] }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: { apiKey: { type: "http", scheme: "bearer", description: "An API key: passdeck_…" } },
      schemas: componentSchemas(),
    },
  };
}

const tags: Readonly<Record<Route["tag"], string>> = {
  Hosts: "Machines whose libvirt Passdeck speaks to, and their hardware.",
  VMs: "libvirt's domains: what they are, what is done to them, and how they are made.",
  Jobs: "Long work: plans as they are carried out.",
  Storage: "Storage pools and their volumes.",
  Networks: "Virtual networks.",
  Quotas: "What the VMs of users and groups may have together, and what they have.",
  Events: "What happens, as it happens.",
};

function operationOf(route: Route): Json {
  const { id, tag, title, notes, rights } = route;
  const description = [notes, `Takes the right ${rights.map((right) => `\`${right}\``).join(" and ")}.`];
  return {
    operationId: id,
    tags: [tag],
    summary: title,
    description: description.filter(Boolean).join("\n\n"),
    "x-rights": rights,
    parameters: parametersFor(route),
    ...bodyOf(route),
    responses: responsesOf(route),
  };
}

function parametersFor(route: Route): Json[] {
  const { properties = {}, required = [] } = inputSchema(route.input);
  const inPath = parametersOf(route.path);
  const inQuery = isInQuery(route.method)
    ? Object.keys(properties).filter((name) => !inPath.includes(name))
    : [];
  const parameter = (name: string, place: "path" | "query") => {
    const { description, ...schema } = properties[name] as z.core.JSONSchema.BaseSchema;
    const isRequired = place === "path" || required.includes(name);
    return { name, in: place, required: isRequired, ...(description ? { description } : {}), schema };
  };
  return [
    ...inPath.map((name) => parameter(name, "path")),
    ...inQuery.map((name) => parameter(name, "query")),
    ...(route.method === "POST" ? [idempotencyKey] : []),
    ...(sendsEvents(route) ? [lastEventId] : []),
  ];
}

function sendsEvents({ status, output }: Pick<Route, "status" | "output">): boolean {
  return status !== 204 && output === null;
}

const lastEventId = {
  name: "Last-Event-ID",
  in: "header",
  required: false,
  description: "The id of the last event that a client had, which connects again.",
  schema: { type: "string", maxLength: 255 },
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The request is done once, however often it is sent with the same key within 24 hours.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

/** What of a route's input comes in its body; null where none does. */
export function bodySchemaOf({ method, path, input }: Route): z.ZodObject | null {
  const inPath = Object.fromEntries(parametersOf(path).map((name) => [name, true as const]));
  if (isInQuery(method) || Object.keys(input.shape).length === Object.keys(inPath).length) return null;
  return z.object(Object.fromEntries(Object.entries(input.shape).filter(([name]) => !(name in inPath))));
}

function bodyOf(route: Route): Json {
  const schema = bodySchemaOf(route);
  if (schema === null) return {};
  const media = { schema: inputSchema(schema), ...(route.example ? { example: route.example } : {}) };
  return { requestBody: { required: true, content: { "application/json": media } } };
}

function responsesOf({ status, output, method, path }: Route): Json {
  const failed = ["400", "401", "403", "404", "409", "429"].map((code) => [
    code,
    problemAnswer(Number(code)),
  ]);
  return {
    [status]: wentWell(status, output),
    ...Object.fromEntries(failed),
    ...(method === "POST" ? { "422": problemAnswer(422) } : {}),
    ...(path.includes("{hostId}") ? { "502": problemAnswer(502), "503": problemAnswer(503) } : {}),
  };
}

function wentWell(status: number, output: z.ZodType | null): Json {
  if (status === 204) return { description: "Done." };
  if (output === null)
    return {
      description: "Events, for as long as the caller stays.",
      content: { "text/event-stream": { schema: { type: "string" } } },
    };
  const content = { "application/json": { schema: answerSchema(output) } };
  if (status !== 202) return { description: "What was asked for.", content };
  const Location = { description: "The job.", schema: { type: "string" } };
  return { description: "A job has begun.", headers: { Location }, content };
}

const words: Readonly<Record<number, string>> = {
  400: "The input is not right; `errors` names the fields.",
  401: "No API key, or one that works no more.",
  403: "The user's role or the key does not allow it.",
  404: "There is nothing of that name, or it is out of the key's reach.",
  409: "Not possible as things are now, or something else is being done to it.",
  422: "The Idempotency-Key was used for another request, or the host does not support it.",
  429: "Too many requests.",
  502: "The host refused it.",
  503: "The host can't be reached.",
};

function problemAnswer(status: number): Json {
  return {
    description: words[status] ?? "",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}
