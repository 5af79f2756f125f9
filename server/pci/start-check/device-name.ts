import type { PciDevice } from "../schema";

/** "GeForce RTX 3090 (0000:01:00.0)": the name alone would not tell twins apart. */
export function deviceName({ product, address }: Pick<PciDevice, "product" | "address">): string {
  return `${product} (${address})`;
}
