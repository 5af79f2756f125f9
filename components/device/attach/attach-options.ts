import type { AttachOptions } from "@/server/domain/edit/attach-options.schema";
import { type Quirk, suggestQuirks } from "@/server/domain/quirks/quirk-table.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { guestSlotSchema } from "@/server/units/pci-address.schema";
import type { CardView } from "../card-view";

/** What is wrong with a guest address that somebody typed; null where nothing is. Empty leaves it to Passdeck. */
export function guestAddressProblem(text: string): string | null {
  if (text === "" || guestSlotSchema.safeParse(text).success) return null;
  return "Enter an address such as 0000:05:00.0, or leave this empty to use a free one.";
}

/** What is wrong with the path of a ROM file; null where nothing is. */
export function romPathProblem(path: string): string | null {
  return path.startsWith("/") ? null : "Enter a full path, for example /var/lib/libvirt/vbios/card.rom.";
}

/** What keeps options from being planned with; null where nothing does. */
export function optionsProblem({ guestAddress, rom }: AttachOptions): string | null {
  return guestAddressProblem(guestAddress ?? "") ?? (rom?.kind === "file" ? romPathProblem(rom.path) : null);
}

/** Which options make sense for a card. */
export function optionsFor({ functions }: CardView): { rom: boolean; display: boolean; boot: boolean } {
  const is = (code: RegExp) => functions.some((device) => code.test(device.class));
  return {
    rom: functions.some(({ hasRom }) => hasRom) || is(/^03/),
    display: is(/^03/),
    boot: is(/^(01|02)/),
  };
}

/** The quirks that a card has in a VM. Whether the host is a laptop is not known here. */
export function quirksFor({ functions }: CardView, { machine, firmware }: VmSummary): Quirk[] {
  return suggestQuirks(functions, { laptop: null, machine, firmware });
}

/** The options as they are sent: until somebody ticks otherwise, with every quirk that the card calls for. */
export function withQuirks(options: AttachOptions, quirks: readonly Quirk[]): AttachOptions {
  const suggested = quirks.filter(({ kind }) => kind === "edit").map(({ id }) => id);
  const fitting = options.quirks?.filter((id) => suggested.includes(id)) ?? suggested;
  return fitting.length === 0 && options.quirks === undefined ? options : { ...options, quirks: fitting };
}
