import * as z from "zod";
import type { HostFiles } from "../host-files";

const text = z.string().nullable();
const bytes = z.base64().nullable();
/** As JSON has a map: its entries. */
const entries = z.array(z.tuple([z.string(), z.unknown()])).transform((all) => new Map(all));
const mapOf = <Out, In>(value: z.ZodType<Out, In>) => entries.pipe(z.map(z.string(), value));

/** What was found, as {@link foundAsJson} tells it: bytes in base64. */
export const foundSchema = z.object({
  texts: mapOf(text),
  links: mapOf(text),
  folders: mapOf(z.array(z.string()).nullable()),
  presence: mapOf(z.boolean()),
  bytes: mapOf(bytes.transform((found) => (found === null ? null : Buffer.from(found, "base64")))),
  deviceNumbers: mapOf(text),
  opened: mapOf(text),
});

/** For a line of JSON. */
export function foundAsJson({ found }: HostFiles): z.input<typeof foundSchema> {
  return {
    texts: [...found.texts],
    links: [...found.links],
    folders: [...found.folders].map(([folder, names]) => [folder, names && [...names]]),
    presence: [...found.presence],
    bytes: [...found.bytes].map(([path, content]) => [
      path,
      content && Buffer.from(content).toString("base64"),
    ]),
    deviceNumbers: [...found.deviceNumbers],
    opened: [...found.opened],
  };
}
