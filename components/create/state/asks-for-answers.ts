import { needsOf } from "./needs";
import type { Wizard } from "./wizard";

/** Whether the VM is one that Windows is installed on, so that its installer's questions can be answered beforehand. */
export function asksForAnswers(wizard: Wizard): boolean {
  return wizard.way === "iso" && needsOf(wizard).some(({ kind }) => kind === "virtio-win");
}
