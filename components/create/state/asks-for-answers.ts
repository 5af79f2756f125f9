import { needsOf } from "./needs";
import type { Wizard } from "./wizard";

/** Which system's installer the VM is set up with, whose questions can be answered beforehand; null: it has none. */
export function asksForAnswers(wizard: Wizard): "windows" | "linux" | null {
  if (wizard.way !== "iso") return null;
  return needsOf(wizard).some(({ kind }) => kind === "virtio-win") ? "windows" : "linux";
}
