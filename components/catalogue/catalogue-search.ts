import type { ShownImage } from "@/server/create/catalogue/catalogue.schema";
import { kindWords } from "./catalogue-words";

/** The images that have every word of a query in their title, publisher, version or sort. */
export function matching(images: readonly ShownImage[], query: string): ShownImage[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return images.filter(({ title, publisher, version, kind }) => {
    const text = `${title} ${publisher} ${version} ${kindWords[kind]}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The images of each publisher, in the catalogue's order. */
export function byPublisher(images: readonly ShownImage[]): { publisher: string; images: ShownImage[] }[] {
  const publishers = [...new Set(images.map(({ publisher }) => publisher))];
  return publishers.map((publisher) => ({
    publisher,
    images: images.filter((image) => image.publisher === publisher),
  }));
}
