import { describe, expect, test } from "vitest";
import { withoutSignature } from "./kernel-modules";

const mark = Buffer.from("~Module signature appended~\n");

function signed(module: Buffer, signature: Buffer): Buffer {
  const lengths = Buffer.alloc(12);
  lengths.writeUInt32BE(signature.length, 8);
  return Buffer.concat([module, signature, lengths, mark]);
}

describe("a kernel module for the lab", () => {
  const module = Buffer.from("\x7fELF and what a module holds");

  test("loses its signature", () => {
    expect(withoutSignature(signed(module, Buffer.alloc(683, 7)))).toEqual(module);
  });

  test("stays as it is without one", () => {
    expect(withoutSignature(module)).toEqual(module);
    expect(withoutSignature(Buffer.from("short"))).toEqual(Buffer.from("short"));
  });
});
