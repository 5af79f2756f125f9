import {
  type VmSpecification,
  type VmSpecificationInput,
  vmSpecificationSchema,
} from "../vm-specification.schema";
import type { ImportDraft } from "./draft";
import type { QemuOption } from "./option";

/** What is not in the command is not in the VM. A part that the schema refuses is left out with a note. */
export function finishSpecification(draft: ImportDraft, options: readonly QemuOption[]): VmSpecification {
  if (draft.hugepages) backWithHugepages(draft);
  const bare = options.some(({ name }) => name === "nodefaults");
  const { vm, cpu, memory, features, clock, disks, opticalDrives, networks, cards, usbDevices } = draft;
  const { furtherDevices } = draft;
  const whole: VmSpecificationInput = {
    guestAgent: false,
    randomness: false,
    tablet: false,
    serialConsole: !bare,
    ...vm,
    graphics: graphicsOf(draft, bare),
    ...{ cpu, memory, features, clock, disks, opticalDrives, networks, cards, usbDevices, furtherDevices },
  };
  return parseLeniently(draft, whole);
}

/** Drawing with the host's GPU needs a screen. */
function graphicsOf({ vm, gl }: ImportDraft, bare: boolean): NonNullable<VmSpecificationInput["graphics"]> {
  const graphics = vm.graphics ?? { kind: bare ? "none" : "vnc" };
  if (!gl) return graphics;
  return graphics.kind === "none" ? { kind: "vnc", gl } : { ...graphics, gl };
}

function backWithHugepages(draft: ImportDraft) {
  const { hugepageBytes } = draft.host;
  if ((draft.memory.bytes ?? 0) % hugepageBytes === 0) draft.memory.hugepageBytes = hugepageBytes;
  else {
    const reason = "The memory is not a multiple of the host's huge page size; default pages are used.";
    draft.noteAtEnd("-mem-path", reason);
  }
}

/** Parts of the specification without which it still is one, and the fewest that have to go. */
function parseLeniently(draft: ImportDraft, whole: VmSpecificationInput): VmSpecification {
  const left: Record<string, unknown> = { ...whole };
  for (;;) {
    const parsed = vmSpecificationSchema.safeParse(left);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const part = String(issue?.path[0] ?? "");
    // Every round takes a part out, and none at all is a specification.
    if (issue === undefined || part === "name" || !(part in left)) throw parsed.error;
    const list = left[part];
    const index = issue.path[1];
    if (Array.isArray(list) && typeof index === "number")
      left[part] = list.filter((_, place) => place !== index);
    else delete left[part];
    draft.noteAtEnd(issue.path.join("."), issue.message);
  }
}
