import { type Formats, plainFormats } from "@/server/access/formats/page-formats.schema";

/** Where the page's markup has its formats. */
export const formatsAttribute = "data-formats";

let formats: Formats | null = null;
const listeners = new Set<() => void>();

/**
 * How this page writes dates, times and numbers. While the server draws it they are the request's, in the browser those
 * that the markup came with: so both write the same.
 */
export function pageFormats(): Formats {
  if (typeof document === "undefined") return formatsOfRequest();
  formats ??= formatsOfMarkup();
  return formats;
}

/** The formats of the page that the server draws; plain ones where it draws none. */
export function formatsOfRequest(): Formats {
  return globalThis.passdeckPage?.getStore()?.formats ?? plainFormats;
}

function formatsOfMarkup(): Formats {
  const markup = document.documentElement.getAttribute(formatsAttribute);
  return markup === null ? plainFormats : JSON.parse(markup);
}

/** Has the page write as was chosen from now on; what follows `useFormats` is drawn anew. */
export function writeAs(chosen: Formats): void {
  formats = chosen;
  for (const listener of listeners) listener();
}

export function onFormatsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * What something makes of formats, kept for as long as they are used: Intl's formatters are dear to make.
 * @returns Gives it for the page's formats, or for others.
 */
export function keptFor<Made>(make: (formats: Formats) => Made): (formats?: Formats) => Made {
  const kept = new WeakMap<Formats, Made>();
  return (formats = pageFormats()) => {
    const known = kept.get(formats);
    if (known !== undefined) return known;
    const made = make(formats);
    kept.set(formats, made);
    return made;
  };
}
