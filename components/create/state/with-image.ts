import type { ShownImage } from "@/server/create/catalogue/catalogue.schema";
import type { CreateChoices } from "@/server/create/choices.schema";
import { emptyCloud } from "./cloud";
import { replaced } from "./lists";
import { type Wizard, withWay } from "./wizard";

interface Place {
  pool: string;
  volume: string;
}

/** Goes on with an image of the catalogue: copied as the first disk, or in a CD drive; its system and its user with it. */
export function withImage(wizard: Wizard, image: ShownImage, place: Place, choices: CreateChoices): Wizard {
  switch (image.kind) {
    case "cloud":
      return withCloudImage(withSystem(toWay(wizard, "cloud-image", choices), image, choices), image, place);
    case "installation":
      return withCd(withSystem(toWay(wizard, "iso", choices), image, choices), 0, place);
    case "drivers":
      return withCd(wizard, 1, place);
  }
}

function toWay(wizard: Wizard, way: "cloud-image" | "iso", choices: CreateChoices): Wizard {
  return wizard.way === way ? wizard : withWay(wizard, way, choices);
}

function withSystem(wizard: Wizard, { osinfo }: ShownImage, { systems }: CreateChoices): Wizard {
  const system = systems.find(({ shortId }) => shortId === osinfo);
  return system === undefined
    ? wizard
    : { ...wizard, draft: { ...wizard.draft, operatingSystem: system.id } };
}

function withCloudImage(wizard: Wizard, { user, minDiskBytes }: ShownImage, place: Place): Wizard {
  const { draft, cloud } = wizard;
  const [disk] = draft.disks;
  if (disk?.source.kind !== "new-volume") return wizard;
  const source = { ...disk.source, copyOf: place, bytes: Math.max(disk.source.bytes, minDiskBytes) };
  const isUntouched = cloud.user === emptyCloud().user;
  return {
    ...wizard,
    draft: { ...draft, disks: replaced(draft.disks, 0, { ...disk, source }) },
    cloud: { ...cloud, user: isUntouched ? (user ?? cloud.user) : cloud.user },
  };
}

/** Puts a CD into a drive of that place; drives before it that are missing are made, empty. */
function withCd(wizard: Wizard, index: number, place: Place): Wizard {
  const { draft } = wizard;
  const missing = Array.from({ length: Math.max(0, index + 1 - draft.opticalDrives.length) }, () => ({
    source: null,
    bus: null,
    bootOrder: null,
  }));
  const drives = [...draft.opticalDrives, ...missing];
  const opticalDrives = drives.map((drive, at) =>
    at === index ? { ...drive, source: { kind: "volume" as const, ...place } } : drive,
  );
  return { ...wizard, draft: { ...draft, opticalDrives } };
}
