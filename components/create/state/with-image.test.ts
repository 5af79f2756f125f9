import { expect, test } from "vitest";
import type { ShownImage } from "@/server/create/catalogue/catalogue.schema";
import { presetTable } from "@/server/create/presets/preset-table.schema";
import { sampleChoices } from "./choices.test-data";
import { ourPreset } from "./chosen-preset";
import { withImage } from "./with-image";
import { openWizard, type Wizard } from "./wizard";

const image = (parts: Partial<ShownImage>): ShownImage => ({
  id: "debian-13-cloud",
  publisher: "Debian",
  title: "Debian 13",
  version: "13",
  kind: "cloud",
  osinfo: "debian13",
  user: "debian",
  minDiskBytes: 3 * 2 ** 30,
  checked: "checksum",
  have: null,
  ...parts,
});
const place = { pool: "default", volume: "image" };
const opened = openWizard("iso", ourPreset(presetTable["linux-server"]), sampleChoices);
const systems = [
  {
    id: "http://debian.org/debian/13",
    shortId: "debian13",
    name: "Debian 13",
    family: "linux" as const,
    releasedAt: null,
    supported: true,
    vcpus: null,
    memoryBytes: null,
    diskBytes: null,
    virtioDisk: true,
    virtioNetwork: true,
  },
];
const choices = { ...sampleChoices, systems };

test("a cloud image becomes the first disk’s content, with its system and its user", () => {
  const { way, draft, cloud } = withImage(opened, image({}), place, choices);
  expect(way).toBe("cloud-image");
  expect(draft.disks[0]?.source).toMatchObject({ kind: "new-volume", copyOf: place, bytes: 20 * 2 ** 30 });
  expect(draft.operatingSystem).toBe("http://debian.org/debian/13");
  expect(cloud.user).toBe("debian");
});

test("a disk is made as large as the image needs it, and a user’s name that was typed stays", () => {
  const typed: Wizard = { ...opened, cloud: { ...opened.cloud, user: "ada" } };
  const { draft, cloud } = withImage(typed, image({ minDiskBytes: 30 * 2 ** 30 }), place, choices);
  expect(draft.disks[0]?.source).toMatchObject({ bytes: 30 * 2 ** 30 });
  expect(cloud.user).toBe("ada");
});

test("an ISO is put into the first drive, and the system that nobody knows is left open", () => {
  const other = openWizard("cloud-image", ourPreset(presetTable["linux-server"]), sampleChoices);
  const { way, draft } = withImage(other, image({ kind: "installation", osinfo: "?" }), place, choices);
  expect(way).toBe("iso");
  expect(draft.opticalDrives[0]?.source).toEqual({ kind: "volume", ...place });
  expect(draft.operatingSystem).toBe(other.draft.operatingSystem);
});

test("drivers are put beside the CD that is there", () => {
  const iso = withImage(
    opened,
    image({ kind: "installation" }),
    { pool: "isos", volume: "win.iso" },
    choices,
  );
  const { draft } = withImage(iso, image({ kind: "drivers", osinfo: null }), place, choices);
  expect(draft.opticalDrives.map(({ source }) => source)).toEqual([
    { kind: "volume", pool: "isos", volume: "win.iso" },
    { kind: "volume", ...place },
  ]);
});
