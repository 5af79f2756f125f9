import { type CatalogueImage, catalogueSchema } from "./catalogue.schema";
import images from "./images.json";

/** The images that Passdeck knows by itself. */
export function builtInImages(): CatalogueImage[] {
  return catalogueSchema.parse(images).images;
}
