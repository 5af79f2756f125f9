import type { Path, Problem } from "@/components/ui/form/problems";
import type { CreateChoices } from "@/server/create/choices.schema";
import { isDescribed, type Way } from "../state/way";

export const stepIds = ["start", "system", "cpu", "disks", "network", "cards", "devices", "review"] as const;
export type StepId = (typeof stepIds)[number];

interface StepWords {
  label: string;
  /** The places of the specification that it shows. */
  places: readonly Path[];
}

export const steps: Readonly<Record<StepId, StepWords>> = {
  start: {
    label: "Source",
    places: [["name"], ["vmId"], ["xml"], ["cloudInit"]],
  },
  system: {
    label: "System",
    places: [
      ["title"],
      ["operatingSystem"],
      ["machine"],
      ["domainType"],
      ["firmware"],
      ["tpm"],
      ["features"],
      ["clock"],
    ],
  },
  cpu: { label: "CPU and memory", places: [["cpu"], ["memory"]] },
  disks: { label: "Disks", places: [["disks"], ["opticalDrives"]] },
  network: { label: "Network", places: [["networks"]] },
  cards: { label: "GPUs and USB", places: [["cards"], ["namedDevices"], ["usbDevices"]] },
  devices: {
    label: "Graphics and more",
    places: [
      ["graphics"],
      ["video"],
      ["sound"],
      ["lookingGlass"],
      ["hostInputs"],
      ["watchdog"],
      ["sharedFolders"],
    ],
  },
  review: { label: "Review", places: [] },
};

/** The steps of a source: what is taken as it is has nothing to be filled in, and by a grant some of it can't be chosen. */
export function stepsOf(
  way: Way,
  { grant, namedDevices }: Pick<CreateChoices, "grant" | "namedDevices">,
): readonly StepId[] {
  if (!isDescribed(way)) return ["start", "review"];
  if (grant === null) return stepIds;
  return stepIds.filter((id) => id !== "devices" && (id !== "cards" || namedDevices.length > 0));
}

/** The first step asks for these itself, so that a problem with them leads there. */
const asked: Readonly<Partial<Record<Way, Path>>> = {
  iso: ["opticalDrives", 0, "source"],
  "cloud-image": ["disks", 0, "source", "copyOf"],
  disk: ["disks", 0, "source"],
};

/** The step where a problem can be mended. */
export function stepOf({ path }: Problem, way: Way): StepId {
  const first = asked[way];
  const below = (place: Path) => place.every((step, index) => path[index] === step);
  if (!isDescribed(way) || (first !== undefined && below(first))) return "start";
  return stepIds.find((id) => steps[id].places.some(below)) ?? "start";
}

/** The problems of one step, for its mark. */
export function problemsOfStep(problems: readonly Problem[], step: StepId, way: Way): Problem[] {
  return problems.filter((problem) => stepOf(problem, way) === step);
}
