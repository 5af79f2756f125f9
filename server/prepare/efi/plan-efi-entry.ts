import { type BootCommand, once } from "../../host/boot/boot-setup";
import { changedLine } from "../kernel-line/change-line";
import { plainDialect } from "../kernel-line/dialect";
import { EditedLine } from "../kernel-line/edit-line";
import type { LineChange } from "../kernel-line/line-change";
import type { PrepareHost } from "../prepare-host";
import { createEntry, freeNumber, startInOrder } from "./efi-commands";
import { changedLabel } from "./own-entry";
import { startedStub } from "./started-stub";

/**
 * A changed line of a kernel that the firmware starts by itself: an entry can't be edited, so that one with the new line is
 * made, and is started first. The one of before stays behind it in the firmware's menu.
 * @throws Refused where the entries can't be known.
 */
export function planEfiEntry(host: PrepareHost, change: LineChange): BootCommand[] {
  const { efi, entry, file, partition } = startedStub(host);
  const line = changedLine(new EditedLine(entry.line, plainDialect), change).whole().text;
  if (line === entry.line) return [];
  const number = freeNumber(efi);
  const made = { number, label: changedLabel(entry.label), partition, file, line };
  return [once(...createEntry(made)), once(...startInOrder([number, ...efi.order]))];
}
