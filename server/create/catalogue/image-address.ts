import { AppError } from "../../errors";

/** Reads a small text of the web. */
export type FetchText = (url: string) => Promise<string>;

/** Puts the publisher's word for an architecture in. */
export function withArchitecture(template: string, word: string): string {
  return template.replaceAll("{arch}", word);
}

/** A part of an address in <> is a pattern. */
const patternPart = /^<(.+)>$/;

/** The pattern that a part of an address is; null of one that is taken as it is. */
export function patternOf(part: string): RegExp | null {
  const source = patternPart.exec(part)?.[1];
  return source === undefined ? null : new RegExp(`^(?:${source})$`);
}

/**
 * Finds the newest of what an address stands for, in the publisher's listings.
 * @throws AppError "not-found" where a listing has nothing that fits.
 */
export async function findAddress(template: string, fetchText: FetchText): Promise<string> {
  const [scheme = "", , host = "", ...parts] = template.split("/");
  let address = `${scheme}//${host}`;
  for (const part of parts) {
    const pattern = patternOf(part);
    address = `${address}/${pattern === null ? part : await newestIn(`${address}/`, pattern, fetchText)}`;
  }
  return address;
}

/** The newest name in a web server's listing that fits. */
export async function newestIn(listing: string, pattern: RegExp, fetchText: FetchText): Promise<string> {
  const names = linkedNames(await fetchText(listing)).filter((name) => pattern.test(name));
  const newest = names.toSorted(byNumbers).at(-1);
  if (newest !== undefined) return newest;
  throw new AppError("not-found", {
    userMessage: `${listing} lists nothing that fits ${pattern.source}. The publisher may have moved it: download it by its address, or refresh the catalogue.`,
  });
}

/** The files and folders that a listing links to, however its server writes it: the names in its hrefs. */
function linkedNames(html: string): string[] {
  const names = [...html.matchAll(/href\s*=\s*["']([^"']+)["']/gi)].flatMap(([, href = ""]) => {
    const name = decoded(href.replace(/^\.\//, "").replace(/\/$/, ""));
    return name === null || /[/?#\\]|^\.*$/.test(name) ? [] : [name];
  });
  return [...new Set(names)];
}

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch {
    return null;
  }
}

const collator = new Intl.Collator("en", { numeric: true });

/** "43" before "9" is not what versions mean. */
function byNumbers(one: string, other: string): number {
  return collator.compare(one, other);
}
