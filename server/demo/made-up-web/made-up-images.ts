import { builtInImages } from "../../create/catalogue/built-in-images";
import type { CatalogueImage } from "../../create/catalogue/catalogue.schema";

/** What stands where a publisher's address has its newest release. */
const releases: Readonly<Record<string, string>> = {
  Debian: "13.2.0",
  Fedora: "43",
  "Alpine Linux": "3.22.2",
  FreeBSD: "14.3",
};

/**
 * The image catalogue of the demo: each image at one address, of which nobody has to be asked what is newest there. None is
 * packed, as no program of this machine is to unpack it, and none is signed: what is made up no publisher has signed.
 */
export function madeUpImages(): CatalogueImage[] {
  return builtInImages().map((image) => {
    const filled = (template: string) => withRelease(template, releases[image.publisher] ?? "1");
    return {
      ...image,
      address: filled(image.address).replace(/\.xz$/, ""),
      checksum: image.checksum === null ? null : filled(image.checksum),
      signature: null,
    };
  });
}

/** A template without patterns: names that they would match stand there. */
function withRelease(template: string, release: string): string {
  return template.replace(/<([^>]+)>/g, (_pattern, source: string) =>
    source
      .replaceAll("(\\.\\d+)?", "")
      .replaceAll("r\\d+", "r0")
      .replaceAll("[\\d.-]+", `${release}-1.6`)
      .replace(/\[\\d\.\]\+|\\d\+\\\.\\d\+|\\d\+/g, release)
      .replaceAll("\\.", "."),
  );
}
