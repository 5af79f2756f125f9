import { writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { openApiDocument } from "../openapi/document";

/** Where the types of the client are that tests use. */
export const clientFile = new URL("api-v1.gen.ts", import.meta.url);

/** The types of a client, made of the document: what anybody's generator would make of it. */
export async function clientTypes(): Promise<string> {
  const document = JSON.stringify(openApiDocument());
  return astToString(await openapiTS(document));
}

if (process.argv[1] === import.meta.filename) writeFileSync(clientFile, await clientTypes());
