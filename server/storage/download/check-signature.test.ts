import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkSignature } from "./check-signature";
import { clearsigned, detached, publisher, somebody, text } from "./signed.test-data";

let folder: string;
const ring = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyrings-"));
  await writeFile(ring("publisher.asc"), publisher.key);
  await writeFile(ring("somebody.asc"), somebody.key);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const by = (name: string, keys: string[] = []) => ({ keys, keyrings: [ring("missing.gpg"), ring(name)] });

describe("a publisher’s signature", () => {
  test.each([
    ["detached", { text, signature: detached }],
    ["clearsigned", { text: clearsigned, signature: null }],
  ])("that is right, %s, is said with its key, and gives what is signed", async (_form, signed) => {
    const checked = await checkSignature(signed, by("publisher.asc", [publisher.fingerprint]));
    expect(checked).toEqual({ text, words: expect.stringContaining(publisher.fingerprint) });
  });

  test("of any key of the publisher’s keyring counts where none is named", async () => {
    const { words } = await checkSignature({ text, signature: detached }, by("publisher.asc"));
    expect(words).toContain("Signed by");
  });

  test.each([
    ["detached", { text: text.replace("image", "other"), signature: detached }],
    ["clearsigned", { text: clearsigned.replace("image", "other"), signature: null }],
    ["without any", { text, signature: "no signature" }],
  ])("that is not right, %s, is refused", async (_form, signed) => {
    await expect(checkSignature(signed, by("publisher.asc"))).rejects.toMatchObject({ code: "bad-input" });
  });

  test("of a key that is not the publisher’s is refused", async () => {
    const other = by("publisher.asc", [somebody.fingerprint]);
    await expect(checkSignature({ text, signature: detached }, other)).rejects.toThrow(
      "not the publisher’s key",
    );
  });

  test.each([["somebody.asc"], ["missing.asc"]])(
    "is not looked at where nobody has the key, in %s",
    async (name) => {
      const checked = await checkSignature({ text, signature: detached }, by(name));
      expect(checked).toEqual({ text, words: expect.stringMatching(/^Signature not checked: /) });
    },
  );
});
