import { type SeedFiles, seedFilesSchema } from "./cloud-init.schema";
import { writeIso } from "./iso/write-iso";

/**
 * The NoCloud seed of a VM: an ISO image, labelled "cidata" as cloud-init looks for it, with the files in its root. It is
 * made in memory; the same files give the same image.
 */
export function seedImage(files: SeedFiles): Uint8Array {
  const encoder = new TextEncoder();
  const given = Object.entries(seedFilesSchema.parse(files));
  return writeIso(
    "cidata",
    given.flatMap(([name, text]) => (text === null ? [] : [{ name, content: encoder.encode(text) }])),
  );
}
