import { AppError } from "../../errors";
import type { Architecture, CatalogueImage } from "./catalogue.schema";
import { type FetchText, findAddress, newestIn, patternOf, withArchitecture } from "./image-address";
import { readChecksum } from "./read-checksum";
import { savedName } from "./saved-name";

/** What came of looking at a signature. */
export interface SignedText {
  /** What is signed: what may be believed of the text. */
  text: string;
  /** "signed by …", or why nobody looked, for people. */
  words: string;
}

/** The web, as the catalogue reaches it. */
export interface CatalogueWeb {
  fetchText: FetchText;
  /** @throws AppError where a signature is there and is not right. */
  checkSignature(
    signed: { text: string; signature: string | null },
    by: NonNullable<CatalogueImage["signature"]>,
  ): Promise<SignedText>;
}

/** An image that can be downloaded now. */
export interface ResolvedImage {
  url: string;
  /** What the volume is called. */
  name: string;
  /** null where the publisher gives none. */
  checksum: string | null;
  /** Whose checksum that is, and what is known of its signature; for people. */
  words: string;
}

/**
 * Asks the publisher which file an image is now, and what its checksum is.
 * @throws AppError where it is not there, has no checksum where it should, or is signed by somebody else.
 */
export async function resolveImage(
  image: CatalogueImage,
  architecture: Architecture,
  web: CatalogueWeb,
): Promise<ResolvedImage> {
  const word = image.architectures[architecture];
  if (word === undefined) throw noneFor(image, architecture);
  const url = await findAddress(withArchitecture(image.address, word), web.fetchText);
  const file = url.slice(url.lastIndexOf("/") + 1);
  const name = savedName(image, file);
  if (image.checksum === null) {
    return {
      url,
      name,
      checksum: null,
      words: `${image.publisher} publishes no checksum, so none is compared.`,
    };
  }
  const folder = url.slice(0, -file.length);
  const placeOf = (template: string) =>
    placeBeside(folder, withArchitecture(template, word), file, web.fetchText);
  const listed = await placeOf(image.checksum);
  const { text, words } = await believed(image, await web.fetchText(listed), placeOf, web);
  const checksum = readChecksum(text, file, image.checksum.includes("{file}"));
  if (checksum === null) throw noChecksum(listed, file);
  return { url, name, checksum, words: `Checksum from ${listed}. ${words}` };
}

/** The address of a file beside the image. */
async function placeBeside(
  folder: string,
  template: string,
  file: string,
  fetchText: FetchText,
): Promise<string> {
  const pattern = patternOf(template);
  if (pattern !== null) return `${folder}${await newestIn(folder, pattern, fetchText)}`;
  return `${folder}${template.replaceAll("{file}", file)}`;
}

/** What of a text may be believed. */
async function believed(
  { signature }: CatalogueImage,
  text: string,
  placeOf: (template: string) => Promise<string>,
  web: CatalogueWeb,
): Promise<SignedText> {
  if (signature === null) return { text, words: "It is not signed." };
  const detached = signature.file === null ? null : await web.fetchText(await placeOf(signature.file));
  return web.checkSignature({ text, signature: detached }, signature);
}

function noneFor({ title }: CatalogueImage, architecture: string): AppError {
  return new AppError("not-found", { userMessage: `There is no ${title} for ${architecture} hosts.` });
}

function noChecksum(listed: string, file: string): AppError {
  return new AppError("not-found", {
    userMessage: `${listed} has no checksum of ${file}, so it was not downloaded. Try again later: the publisher may be changing it just now.`,
  });
}
