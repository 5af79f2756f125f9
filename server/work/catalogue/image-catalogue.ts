import {
  type Architecture,
  type CatalogueImage,
  catalogueSchema,
} from "../../create/catalogue/catalogue.schema";
import { type ResolvedImage, resolveImage } from "../../create/catalogue/resolve-image";
import { AppError } from "../../errors";
import { checkSignature } from "../../storage/download/check-signature";
import { fetchText, type WebWays } from "../../storage/download/open-url";

/** Listings and lists of checksums have hundreds of lines, not millions. */
const mostBytes = 8 * 2 ** 20;
/** A publisher that has not answered by then is not waited for. */
const patienceMs = 60_000;

export interface CatalogueOptions {
  /** Those that it begins with. */
  images: readonly CatalogueImage[];
  /** Where it is refreshed from; null: only what came with Passdeck. */
  address: string | null;
  web: WebWays;
}

/** The images that can be downloaded, and what their publishers say of them now. */
export class ImageCatalogue {
  #images: readonly CatalogueImage[];

  readonly #options: CatalogueOptions;

  constructor(options: CatalogueOptions) {
    this.#options = options;
    this.#images = options.images;
  }

  /** Whether there is an address that it can be refreshed from. */
  get refreshable(): boolean {
    return this.#options.address !== null;
  }

  get images(): readonly CatalogueImage[] {
    return this.#images;
  }

  /** @throws AppError "not-found" where the catalogue has none of that id. */
  image(id: string): CatalogueImage {
    const image = this.#images.find((one) => one.id === id);
    if (image !== undefined) return image;
    throw new AppError("not-found", { userMessage: `The image catalogue has no “${id}”. Open it again.` });
  }

  /**
   * Takes the catalogue over that stands at the configured address.
   * @throws AppError where there is none, it can't be had, or it is none; the one from before stays then.
   */
  async refresh(): Promise<void> {
    const { address, web } = this.#options;
    if (address === null) {
      throw new AppError("conflict", {
        userMessage:
          "No address is set that the image catalogue is refreshed from: PASSDECK_IMAGE_CATALOGUE.",
      });
    }
    const text = await fetchText(address, mostBytes, { ...web, mirror: address, signal: patience() });
    const parsed = catalogueSchema.safeParse(jsonOf(text));
    if (!parsed.success) throw noCatalogue(address, parsed.error);
    this.#images = parsed.data.images;
  }

  /** Asks an image's publisher, or the mirror, for its file as it is now. */
  async resolve(image: CatalogueImage, architecture: Architecture): Promise<ResolvedImage> {
    const { web } = this.#options;
    const signal = patience();
    const resolved = await resolveImage(image, architecture, {
      fetchText: (url) => fetchText(this.#mirrored(url), mostBytes, { ...web, signal }),
      checkSignature,
    });
    return { ...resolved, url: this.#mirrored(resolved.url) };
  }

  /** A mirror has each publisher's files below its name, as caches of packages do. */
  #mirrored(url: string): string {
    const { mirror } = this.#options.web;
    if (mirror === null || mirror === undefined) return url;
    const { host, pathname } = new URL(url);
    return `${mirror.replace(/\/+$/, "")}/${host}${pathname}`;
  }
}

function patience(): AbortSignal {
  return AbortSignal.timeout(patienceMs);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function noCatalogue(address: string, cause: Error): AppError {
  return new AppError("bad-input", {
    userMessage: `What stands at ${address} is no image catalogue of this version of Passdeck’s, so the one from before stays.`,
    message: `${address} is no image catalogue: ${cause.message}`,
    cause,
  });
}
