import type { LinkFacts } from "../facts.schema";

/**
 * A PCI Express link from sysfs: speeds are "8.0 GT/s PCIe", widths "16". null where there is none, where it is
 * "Unknown", or where a sleeping device answers all ones (a width of 63).
 */
export function linkFactsOf(read: (attribute: string) => string | null): LinkFacts | null {
  const speed = transfersOf(read("current_link_speed"));
  const width = lanesOf(read("current_link_width"));
  const maximumSpeed = transfersOf(read("max_link_speed"));
  const maximumWidth = lanesOf(read("max_link_width"));
  if (speed === null || width === null || maximumSpeed === null || !maximumWidth) return null;
  return { speed, width, maximumSpeed, maximumWidth };
}

function transfersOf(text: string | null): number | null {
  const match = /^(\d{1,3}(?:\.\d{1,2})?) GT\/s/.exec(text?.trim() ?? "");
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** The specification knows 1 to 32 lanes; 0 is a link that is down. */
function lanesOf(text: string | null): number | null {
  const word = text?.trim() ?? "";
  const lanes = /^\d{1,3}$/.test(word) ? Number(word) : null;
  return lanes === null || lanes > 32 ? null : lanes;
}
