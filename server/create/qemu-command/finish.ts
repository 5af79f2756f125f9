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
  const hugepageBytes = draft.hugepageBytes ?? draft.host.hugepageBytes;
  if ((draft.memory.bytes ?? 0) % hugepageBytes === 0) draft.memory.hugepageBytes = hugepageBytes;
  else {
    const reason = "The memory is not a multiple of the host's huge page size; default pages are used.";
    draft.noteAtEnd("huge pages", reason);
  }
}

/** Parts of the specification without which it still is one, and the fewest that have to go: a value before its device. */
function parseLeniently(draft: ImportDraft, whole: VmSpecificationInput): VmSpecification {
  const left: Record<string, unknown> = structuredClone(whole);
  const gone = new Set<string>();
  for (;;) {
    const parsed = vmSpecificationSchema.safeParse(left);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    // Every round takes a part out, and none at all is a specification.
    if (issue === undefined || issue.path[0] === "name" || !(String(issue.path[0]) in left))
      throw parsed.error;
    let path = issue.path.map(String);
    while (path.length > 1 && gone.has(path.join("."))) path = path.slice(0, -1);
    if (path.length === issue.path.length || !gone.has(issue.path.join(".")))
      draft.noteAtEnd(issue.path.join("."), issue.message);
    gone.add(path.join("."));
    if (removeAt(left, path)) for (const key of gone) if (key.startsWith(`${path[0]}.`)) gone.delete(key);
  }
}

/** @returns Whether an item of a list went, so that those behind it have other places. */
function removeAt(root: Record<string, unknown>, path: readonly string[]): boolean {
  let holder: unknown = root;
  for (const step of path.slice(0, -1)) holder = child(holder, step);
  const last = path.at(-1) ?? "";
  if (Array.isArray(holder)) {
    holder.splice(Number(last), 1);
    return true;
  }
  if (typeof holder === "object" && holder !== null) Reflect.deleteProperty(holder, last);
  return false;
}

function child(holder: unknown, step: string): unknown {
  return typeof holder === "object" && holder !== null ? Reflect.get(holder, step) : undefined;
}
