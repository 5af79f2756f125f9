import * as z from "zod";
import { jsonBytes } from "../units/json-bytes.schema";

/** A part of a JSON Schema, with the bound of `withinBytes`. */
type Part = z.core.JSONSchema.BaseSchema & { maxBytes?: number };

/** A character of a text takes six bytes at most: "\u0001". */
const bytesOfCharacter = 6;
/** JSON.stringify writes no longer number than -1.7976931348623157e+308. */
const bytesOfNumber = 24;
/** Texts whose form bounds them, all of them ASCII. */
const longestOfFormat: Readonly<Record<string, number>> = {
  uuid: 36,
  ipv4: 15,
  ipv6: 45,
  cidrv4: 18,
  cidrv6: 49,
};

/**
 * The length of the longest JSON text, without white space, that a schema takes; bytes. Infinity where it has no bound.
 * Texts are as long as before they are trimmed.
 */
export function largestJson(schema: z.ZodType): number {
  return bytesOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
}

function bytesOf(part: Part): number {
  if (part.maxBytes !== undefined) return part.maxBytes;
  if (part.const !== undefined) return jsonBytes(part.const);
  if (part.enum !== undefined) return Math.max(...part.enum.map(jsonBytes));
  const options = part.anyOf ?? part.oneOf;
  if (options !== undefined) return Math.max(...options.map((option) => bytesOf(option as Part)));
  return Math.max(...[part.type].flat().map((type) => bytesOfType(type, part)));
}

function bytesOfType(type: Part["type"] | string, part: Part): number {
  switch (type) {
    case "null":
      return 4;
    case "boolean":
      return 5;
    case "number":
    case "integer":
      return bytesOfNumber;
    case "string":
      return bytesOfText(part);
    case "array":
      return bytesOfArray(part);
    case "object":
      return bytesOfObject(part) + bytesOfRecord(part) + "{}".length;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

function bytesOfText({ format = "", contentEncoding, maxLength = Number.POSITIVE_INFINITY }: Part): number {
  const longest = Math.min(longestOfFormat[format] ?? Number.POSITIVE_INFINITY, maxLength);
  const isAscii = format in longestOfFormat || contentEncoding === "base64";
  return longest * (isAscii ? 1 : bytesOfCharacter) + '""'.length;
}

function bytesOfArray({ items, maxItems = Number.POSITIVE_INFINITY }: Part): number {
  return maxItems * (bytesOf(items as Part) + ",".length) + "[]".length;
}

function bytesOfObject({ properties = {} }: Part): number {
  const parts = Object.entries(properties).map(
    ([name, value]) => jsonBytes(name) + ":,".length + bytesOf(value as Part),
  );
  return parts.reduce((sum, bytes) => sum + bytes, 0);
}

/** A record has as many entries as it likes: it needs `withinBytes`. */
function bytesOfRecord({ additionalProperties = false }: Part): number {
  return additionalProperties === false ? 0 : Number.POSITIVE_INFINITY;
}
