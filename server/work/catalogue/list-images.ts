import * as z from "zod";
import type { Architecture, CatalogueImage, ShownImage } from "../../create/catalogue/catalogue.schema";
import { shownImageSchema } from "../../create/catalogue/catalogue.schema";
import { isSavedAs } from "../../create/catalogue/saved-name";
import { readLibvirtResources } from "../../create/host/libvirt-resources";
import type { Fleet } from "../../fleet/fleet";
import { architectureOf } from "./architecture-of";
import type { ImageCatalogue } from "./image-catalogue";

export const shownCatalogueSchema = z.object({
  images: z.array(shownImageSchema),
  /** Whether it can be refreshed. */
  refreshable: z.boolean(),
  /** Running pools that an image can go to, the usual one first. */
  pools: z.array(z.string()),
});

/** The images for a host's architecture, and which of them its pools have. */
export async function listImages(
  fleet: Fleet,
  catalogue: ImageCatalogue,
  hostId: string,
): Promise<z.infer<typeof shownCatalogueSchema>> {
  const [architecture, { pools }] = await fleet
    .host(hostId)
    .run(`Host ${hostId}`, (connection) =>
      Promise.all([architectureOf(connection), readLibvirtResources(connection)]),
    );
  const active = pools.filter((pool) => pool.active);
  const volumes = active.flatMap(({ name, volumes: names }) =>
    names.map((volume) => ({ pool: name, volume })),
  );
  const fitting = catalogue.images.filter(
    ({ architectures }) => architecture !== null && architectures[architecture],
  );
  return {
    images: fitting.map((image) => shown(image, architecture, volumes)),
    refreshable: catalogue.refreshable,
    pools: active.toSorted((one, other) => rank(other) - rank(one)).map(({ name }) => name),
  };
}

function shown(
  image: CatalogueImage,
  architecture: Architecture | null,
  volumes: readonly { pool: string; volume: string }[],
): ShownImage {
  const { id, publisher, title, version, kind, osinfo, user, minDiskBytes } = image;
  const isIt = architecture === null ? () => false : isSavedAs(image, architecture);
  // Of several versions the last by name, which is the newest.
  const have = volumes.findLast(({ volume }) => isIt(volume)) ?? null;
  const checked = image.checksum === null ? "nothing" : image.signature === null ? "checksum" : "signature";
  return { id, publisher, title, version, kind, osinfo, user, minDiskBytes, checked, have };
}

/** “default” before all, then by room. */
function rank({ name, availableBytes }: { name: string; availableBytes: number }): number {
  return name === "default" ? Infinity : availableBytes;
}
