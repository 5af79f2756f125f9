import type { ShownImage } from "@/server/create/catalogue/catalogue.schema";

/** An image of the catalogue that a pool has now. */
export interface GotImage {
  image: ShownImage;
  pool: string;
  volume: string;
}
