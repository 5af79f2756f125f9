import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { builtInImages } from "../../create/catalogue/built-in-images";
import { withArchitecture } from "../../create/catalogue/image-address";
import { resolveImage } from "../../create/catalogue/resolve-image";
import { isSavedAs } from "../../create/catalogue/saved-name";
import { algorithmOf } from "../../storage/checksum.schema";
import { fetchText, openUrl } from "../../storage/download/open-url";
import { madeUpImages } from "./made-up-images";
import { madeUpWeb } from "./made-up-web";

const images = madeUpImages();
const options = { instead: madeUpWeb(images, 0), signal: new AbortController().signal };
const web = {
  fetchText: (url: string) => fetchText(url, 100_000, options),
  checkSignature: () => Promise.reject(new Error("nobody signs what is made up")),
};

describe("the web of the demo", () => {
  test.each(images.map((image) => [image.id, image] as const))(
    "has %s at an address that the real catalogue fits, with its checksum",
    async (id, image) => {
      const real = builtInImages().find((one) => one.id === id);
      const resolved = await resolveImage(image, "x86_64", web);
      expect(isSavedAs(real ?? image, "x86_64")(resolved.name)).toBe(true);
      const address = withArchitecture(real?.address ?? "", real?.architectures.x86_64 ?? "");
      expect(resolved.url).toMatch(patternOfAddress(address.replace(/\.xz$/, "").replace(/\\\.xz>$/, ">")));
      const { body, sizeBytes } = await openUrl(resolved.url, options);
      const hash = createHash(algorithmOf(resolved.checksum ?? ""));
      let bytes = 0;
      for await (const piece of body as AsyncIterable<Buffer>) {
        hash.update(piece);
        bytes += piece.length;
      }
      expect(bytes).toBe(sizeBytes);
      expect(resolved.checksum).toBe(image.checksum === null ? null : hash.digest("hex"));
    },
  );

  test("answers for nobody else", async () => {
    await expect(openUrl("https://example.test/a.iso?key=secret", options)).rejects.toThrow(
      "The demo reaches no other machine, so https://example.test/a.iso was not asked for.",
    );
    await expect(web.fetchText("http://127.0.0.1/")).rejects.toMatchObject({ code: "conflict" });
  });
});

/** Of an address of the catalogue, the whole of it. */
function patternOfAddress(address: string): RegExp {
  const parts = address
    .split(/[<>]/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  return new RegExp(`^${parts.join("")}$`);
}
