import { expect, test } from "vitest";
import { archiveProblem } from "./refused-archive.schema";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test("backups and disks are known by how they begin", () => {
  expect(archiveProblem(bytes("VMA\0\0\0"))).toContain("vma extract");
  expect(archiveProblem(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0))).toContain("zstd -d");
  expect(archiveProblem(Uint8Array.of(0x1f, 0x8b, 8))).toContain("qmrestore");
  expect(archiveProblem(bytes("QFI\xfb"))).toContain("qcow2");
  expect(archiveProblem(bytes("cores: 4"))).toBeNull();
  expect(archiveProblem(bytes("V"))).toBeNull();
  expect(archiveProblem(new Uint8Array())).toBeNull();
});
