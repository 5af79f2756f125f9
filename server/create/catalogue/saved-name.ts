import type { Architecture, CatalogueImage } from "./catalogue.schema";
import { patternOf, withArchitecture } from "./image-address";

const packing = /\.xz$/;

type Named = Pick<CatalogueImage, "format" | "address" | "architectures">;

/**
 * What a downloaded file is called in its pool: as its publisher calls it, and by its format, which Ubuntu's names
 * (".img") do not tell. What is packed is unpacked while it is fetched.
 */
export function savedName({ format }: Pick<Named, "format">, file: string): string {
  const unpacked = file.replace(packing, "");
  return format === "qcow2" ? unpacked.replace(/\.img$/, ".qcow2") : unpacked;
}

/** Tells whether a volume is an image of the catalogue by its name; whichever version, where the newest is meant. */
export function isSavedAs(image: Named, architecture: Architecture): (volume: string) => boolean {
  const word = image.architectures[architecture];
  if (word === undefined) return () => false;
  const last = withArchitecture(image.address, word).split("/").at(-1) ?? "";
  const pattern = patternOf(last);
  if (pattern === null) return (volume) => volume === savedName(image, last);
  return (volume) => pattern.test(volume) || pattern.test(`${volume}.xz`);
}
