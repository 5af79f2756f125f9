import { describe, expect, test } from "vitest";
import { XdrReader } from "./xdr-reader";
import { XdrWriter } from "./xdr-writer";

describe("XdrWriter", () => {
  // Every place at which the buffer may have to grow, for a number of either size behind it.
  test.each([4080, 4084, 4088, 4092, 8176, 8184])(
    "keeps numbers that come behind %i bytes of text",
    (length) => {
      const writer = new XdrWriter();
      writer.string("x".repeat(length - 4), 8192);
      writer.unsignedInt(4_000_000_000);
      writer.hyper(-1n);
      writer.int(-2);
      const reader = new XdrReader(writer.written(), 0, writer.length);
      expect(reader.string(8192)).toHaveLength(length - 4);
      expect([reader.unsignedInt(), reader.hyper(), reader.int()]).toEqual([4_000_000_000, -1n, -2]);
    },
  );
});
