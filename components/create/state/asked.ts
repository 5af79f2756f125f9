import type { Path, Problem } from "@/components/ui/form/problems";
import type { CreateRequest } from "@/server/create/create-request.schema";
import type { Wizard } from "./wizard";

/** What the server is asked to make, where what was said is enough for it, and what stands against it here already. */
export interface Asked {
  request: CreateRequest | null;
  problems: Problem[];
}

/** What only the user can say, and has not yet. */
export function missingOf({ way, draft, clone, text }: Wizard): Problem[] {
  const [disk] = draft.disks;
  const say = (broken: boolean, path: Path, message: string): Problem[] =>
    broken ? [{ path, weight: "fail", message, fix: null }] : [];
  switch (way) {
    case "iso":
      return say(
        draft.opticalDrives[0]?.source == null,
        ["opticalDrives", 0, "source"],
        "Choose the ISO to install from.",
      );
    case "cloud-image":
      return say(
        disk?.source.kind === "new-volume" && disk.source.copyOf === null,
        ["disks", 0, "source", "copyOf"],
        "Choose the image to copy.",
      );
    case "disk":
      return say(disk === undefined, ["disks", 0, "source"], "Choose the disk to boot from.");
    case "network":
      return say(draft.networks.length === 0, ["networks"], "Choose the network to boot from.");
    case "clone":
      return say(clone.vmId === null, ["vmId"], "Choose the VM to clone.");
    case "template":
      return say(clone.vmId === null, ["vmId"], "Choose the template.");
    case "xml":
      return say(text.trim() === "", ["xml"], "Paste the definition, or choose a file.");
    case "import":
      return [];
  }
}
