import { describe, expect, test } from "vitest";
import { builtInImages } from "./built-in-images";
import { type CatalogueImage, catalogueSchema } from "./catalogue.schema";
import { findAddress } from "./image-address";
import { type CatalogueWeb, resolveImage } from "./resolve-image";
import { isSavedAs } from "./saved-name";

const images = builtInImages();
const named = (id: string): CatalogueImage => {
  const image = images.find((one) => one.id === id);
  if (image === undefined) throw new Error(`the catalogue has no ${id}`);
  return image;
};
const sum = "d".repeat(128);

/** A web of these texts by address. */
function webOf(texts: Readonly<Record<string, string>>): CatalogueWeb {
  return {
    fetchText: async (url) => {
      const text = texts[url];
      if (text === undefined) throw new Error(`nobody serves ${url}`);
      return text;
    },
    checkSignature: async ({ text, signature }) => ({ text, words: `signature ${signature}` }),
  };
}

describe("Passdeck’s own catalogue", () => {
  test("has an image of each publisher for this sort of host, over encrypted connections alone", () => {
    const publishers = new Set(
      images
        .filter(({ architectures }) => architectures.x86_64 !== undefined)
        .map(({ publisher }) => publisher),
    );
    expect([...publishers]).toEqual([
      "Debian",
      "Ubuntu",
      "Fedora",
      "Rocky Linux",
      "AlmaLinux",
      "openSUSE",
      "Arch Linux",
      "Alpine Linux",
      "FreeBSD",
      "virtio-win",
    ]);
    expect(images.filter(({ address }) => !address.startsWith("https://"))).toEqual([]);
  });

  test("compares a checksum of all but what has none", () => {
    expect(images.filter(({ checksum }) => checksum === null).map(({ id }) => id)).toEqual(["virtio-win"]);
  });

  test("has patterns that can be read, and cloud images of which somebody may sign in", () => {
    for (const image of images) {
      expect(isSavedAs(image, "x86_64")("none of it")).toBe(false);
      if (image.kind === "cloud") expect(image).toMatchObject({ user: expect.any(String), format: "qcow2" });
    }
  });

  test("of two images with one id is none", () => {
    const twice = { version: 1, images: [named("arch-iso"), named("arch-iso")] };
    expect(catalogueSchema.safeParse(twice).success).toBe(false);
  });
});

describe("an image", () => {
  test("is resolved to its publisher’s file and checksum", async () => {
    const folder = "https://cloud.debian.org/images/cloud/trixie/latest";
    const web = webOf({ [`${folder}/SHA512SUMS`]: `${sum}  debian-13-genericcloud-amd64.qcow2\n` });
    expect(await resolveImage(named("debian-13-cloud"), "x86_64", web)).toEqual({
      url: `${folder}/debian-13-genericcloud-amd64.qcow2`,
      name: "debian-13-genericcloud-amd64.qcow2",
      checksum: sum,
      words: `Checksum from ${folder}/SHA512SUMS. It is not signed.`,
    });
  });

  test("is the newest of its publisher’s listings, with the list of checksums found there", async () => {
    const releases = "https://dl.fedoraproject.org/pub/fedora/linux/releases";
    const folder = `${releases}/44/Cloud/x86_64/images`;
    const web = webOf({
      [`${releases}/`]: `<a href="../">..</a> <a href="9/">9</a> <a href='./44/'>44</a> <a href="test/">test</a>`,
      [`${folder}/`]: `<a href="Fedora-Cloud-Base-Generic-44-1.6.x86_64.qcow2">
        <A HREF="Fedora-Cloud-Base-Generic-44-1.10.x86_64.qcow2"> <a href="Fedora-Cloud-44-1.10-x86_64-CHECKSUM">`,
      [`${folder}/Fedora-Cloud-44-1.10-x86_64-CHECKSUM`]: `SHA256 (Fedora-Cloud-Base-Generic-44-1.10.x86_64.qcow2) = ${"e".repeat(64)}`,
    });
    expect(await resolveImage(named("fedora-cloud"), "x86_64", web)).toMatchObject({
      url: `${folder}/Fedora-Cloud-Base-Generic-44-1.10.x86_64.qcow2`,
      checksum: "e".repeat(64),
      words: expect.stringContaining("signature null"),
    });
  });

  test("is kept under a name that tells its format, and found again by it", async () => {
    const folder = "https://cloud-images.ubuntu.com/releases/24.04/release";
    const image = named("ubuntu-24.04-cloud");
    const web = webOf({
      [`${folder}/SHA256SUMS`]: `${"f".repeat(64)} *ubuntu-24.04-server-cloudimg-arm64.img`,
      [`${folder}/SHA256SUMS.gpg`]: "good",
    });
    const { name, words } = await resolveImage(image, "aarch64", web);
    expect([name, words]).toEqual([
      "ubuntu-24.04-server-cloudimg-arm64.qcow2",
      expect.stringContaining("signature good"),
    ]);
    expect(isSavedAs(image, "aarch64")(name)).toBe(true);
    expect(isSavedAs(image, "x86_64")(name)).toBe(false);
    expect(isSavedAs(named("fedora-cloud"), "x86_64")("Fedora-Cloud-Base-Generic-43-1.6.x86_64.qcow2")).toBe(
      true,
    );
  });

  test.each([
    ["that its publisher does not list", "arch-cloud", { "": "" }, "nobody serves"],
    [
      "whose checksum is of another file",
      "debian-13-cloud",
      { "https://cloud.debian.org/images/cloud/trixie/latest/SHA512SUMS": `${sum}  other.qcow2` },
      "has no checksum of debian-13",
    ],
    [
      "of which nothing fits",
      "alpine-virt",
      {
        "https://dl-cdn.alpinelinux.org/alpine/latest-stable/releases/x86_64/":
          "<a href='alpine-standard-3.iso'>",
      },
      "lists nothing that fits",
    ],
  ] as const)("%s is refused", async (_what, id, texts, words) => {
    await expect(resolveImage(named(id), "x86_64", webOf(texts))).rejects.toThrow(words);
  });

  test("that there is none of for a host’s architecture is refused", async () => {
    await expect(resolveImage(named("arch-iso"), "aarch64", webOf({}))).rejects.toThrow("for aarch64 hosts");
  });

  test("is not looked for outside the folder that lists it", async () => {
    const listing = {
      "https://example.test/": "<a href='https://evil.test/1.iso'> <a href='../1.iso'> <a href='%2e%2e'>",
    };
    await expect(findAddress("https://example.test/<.*>", webOf(listing).fetchText)).rejects.toThrow(
      "lists nothing",
    );
  });
});
