import type { LinkFacts } from "@/server/pci/facts.schema";
import type { JudgedDevice } from "@/server/pci/schema";

/** What a port is called in the picture. The ports of a switch are told apart by their names in the database. */
export function portWord({ product, parent }: JudgedDevice): string {
  if (parent === null) return "Root port";
  if (/upstream/i.test(product)) return "Upstream port";
  return /downstream/i.test(product) ? "Downstream port" : "Bridge";
}

/** "×16, 16 GT/s"; with what is possible where the link runs below it. */
export function linkText(link: LinkFacts | null): string | null {
  if (link === null) return null;
  const { width, maximumWidth, speed, maximumSpeed } = link;
  const lanes = width < maximumWidth ? `×${width} of ×${maximumWidth}` : `×${width}`;
  return `${lanes}, ${speed < maximumSpeed ? `${speed} of ${maximumSpeed}` : speed} GT/s`;
}

/** How thick a wire of so many lanes is drawn, in pixels: twice the lanes, a pixel more. */
export function wireWidth(lanes: number | undefined): number {
  return Math.min(4, Math.max(1, Math.floor(Math.log2(lanes ?? 1))));
}
