import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readChecksum } from "./read-checksum";

const a = "a".repeat(64);
const b = "b".repeat(64);
const long = "c".repeat(128);

describe("the checksum of a file is read", () => {
  test.each([
    ["as sha256sum writes it", `${b}  other.iso\n${a}  image.iso\n`],
    ["of a binary file", `${b} *other.iso\n${a} *image.iso\n`],
    ["below the folder itself", `${a}  ./image.iso\n`],
    ["with a carriage return", `${a}  image.iso\r\n`],
    ["in upper case", `${a.toUpperCase()}  image.iso`],
    ["as BSD writes it", `SHA256 (other.iso) = ${b}\nSHA256 (image.iso) = ${a}\n`],
    [
      "of Fedora’s file",
      `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n# image.iso: 12 bytes\nSHA256 (image.iso) = ${a}\n-----BEGIN PGP SIGNATURE-----\n\n${b}\n`,
    ],
  ])("%s", (_how, text) => expect(readChecksum(text, "image.iso", false)).toBe(a));

  test.each([
    ["alone", `${a}\n`],
    ["with the name of the build that it is a link to", `${a}  image-Build42.iso\n`],
  ])("from the file beside it, %s", (_how, text) => {
    expect(readChecksum(text, "image.iso", true)).toBe(a);
    expect(readChecksum(text, "image.iso", false)).toBeNull();
  });

  test("the stronger one, where there are two", () => {
    expect(readChecksum(`SHA256 (image.iso) = ${a}\nSHA512 (image.iso) = ${long}`, "image.iso", false)).toBe(
      long,
    );
  });
});

describe("no checksum is read", () => {
  test.each([
    ["of another file", `${a}  image.iso.sig`, false],
    ["that is cut off", `${a.slice(1)}  image.iso`, false],
    ["where two differ", `${a}  image.iso\n${b}  image.iso`, false],
    ["where two of a file’s own differ", `${a}  one\n${b}  two`, true],
    ["of nothing", "", true],
    ["of a page that says that it is not there", "<html>404</html>", true],
  ])("%s", (_what, text, alone) => expect(readChecksum(text, "image.iso", alone)).toBeNull());

  test("of a file of any other name", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        fc.pre(name !== "image.iso" && name !== "./image.iso" && name.trim() === name);
        expect(readChecksum(`${a}  ${name}`, "image.iso", false)).toBeNull();
      }),
    );
  });
});
