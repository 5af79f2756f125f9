import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { CatalogueImage } from "../../create/catalogue/catalogue.schema";
import { withArchitecture } from "../../create/catalogue/image-address";
import { AppError } from "../../errors";
import type { WebAnswer } from "../../storage/download/open-url";
import { madeUpFile, madeUpFileBytes } from "./made-up-file";

/** A piece comes so often, in milliseconds: a file takes some seconds. */
const usualPaceMs = 100;

/**
 * What answers in the Internet's place in the demo: the files of these images and their checksums, all made up here. Nobody
 * else is asked for anything.
 * @param images Without patterns in their addresses.
 */
export function madeUpWeb(
  images: readonly CatalogueImage[],
  paceMs = usualPaceMs,
): (url: URL) => Promise<WebAnswer> {
  const published = images.flatMap(publishedFiles);
  return async (url) => {
    const file = published.find(({ address }) => address === url.href);
    if (file !== undefined) return answered(paced(file.image, paceMs), madeUpFileBytes);
    const listed = published.filter(({ checksums }) => checksums === url.href);
    if (listed.length === 0) throw notConnected(url);
    const text = Buffer.from(listed.map(checksumLine).join(""));
    return answered([text], text.length);
  };
}

interface PublishedFile {
  image: CatalogueImage;
  address: string;
  name: string;
  /** Where its checksum is; null where it has none. */
  checksums: string | null;
}

function publishedFiles(image: CatalogueImage): PublishedFile[] {
  return Object.values(image.architectures).map((word) => {
    const address = withArchitecture(image.address, word);
    const name = address.slice(address.lastIndexOf("/") + 1);
    const folder = address.slice(0, -name.length);
    const checksums =
      image.checksum === null
        ? null
        : `${folder}${withArchitecture(image.checksum, word).replaceAll("{file}", name)}`;
    return { image, address, name, checksums };
  });
}

function checksumLine({ image, name }: PublishedFile): string {
  const hash = createHash(/512/.test(image.checksum ?? "") ? "sha512" : "sha256");
  for (const piece of madeUpFile(image)) hash.update(piece);
  return `${hash.digest("hex")}  ${name}\n`;
}

async function* paced(image: CatalogueImage, paceMs: number): AsyncGenerator<Buffer> {
  for (const piece of madeUpFile(image)) {
    yield piece;
    await delay(paceMs);
  }
}

function answered(content: Iterable<Buffer> | AsyncIterable<Buffer>, bytes: number): WebAnswer {
  const headers = { "content-length": String(bytes) };
  return Object.assign(Readable.from(content), { statusCode: 200, statusMessage: "OK", headers });
}

function notConnected({ origin, pathname }: URL): AppError {
  return new AppError("conflict", {
    userMessage: `The demo reaches no other machine, so ${origin}${pathname} was not asked for. Take an image of the image catalogue: its downloads are made up.`,
  });
}
