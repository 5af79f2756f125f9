import { vmNameSchema } from "./scalars.schema";

/** A VM, as far as its name counts. */
interface NamedVm {
  hostId: string;
  id: string;
  name: string;
}

/** What is wrong with `name` as a VM's new name, as a sentence; null where nothing is. A host has each name once. */
export function nameProblem(vm: NamedVm, name: string, all: readonly NamedVm[]): string | null {
  const form = vmNameSchema.safeParse(name);
  if (!form.success) return form.error.issues[0]?.message ?? "This is no name of a VM.";
  const taken = all.some((other) => other.hostId === vm.hostId && other.id !== vm.id && other.name === name);
  return taken ? `This host has a VM called “${name}” already. Choose another name.` : null;
}
