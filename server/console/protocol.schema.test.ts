import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  parseBrowserControl,
  parseOpenFrame,
  parseServerControl,
  type ServerControl,
} from "./protocol.schema";

describe("the first frame", () => {
  test("carries a ticket, and where to go on", () => {
    const resume = { epoch: "e", offset: 7 };
    expect(parseOpenFrame('{"type":"open","ticket":"t"}')).toEqual({
      type: "open",
      ticket: "t",
      resume: null,
    });
    expect(parseOpenFrame(JSON.stringify({ type: "open", ticket: "t", resume }))?.resume).toEqual(resume);
  });

  test.each([
    "",
    "null",
    "[]",
    "{",
    '{"type":"open"}',
    '{"type":"open","ticket":1}',
    '{"type":"ack","ticket":"t"}',
    '{"type":"open","ticket":"t","resume":{"epoch":"e","offset":-1}}',
    '{"type":"open","ticket":"t","resume":{"epoch":"e","offset":1.5}}',
    '{"type":"open","ticket":"t","resume":{"offset":1}}',
    '{"type":"open","ticket":"t","resume":[]}',
  ])("is refused as %s", (text) => {
    expect(parseOpenFrame(text)).toBeNull();
  });
});

describe("control messages", () => {
  test("from the browser are known or null, never an exception", () => {
    expect(parseBrowserControl('{"type":"ack","offset":9}')).toEqual({ type: "ack", offset: 9 });
    expect(parseBrowserControl('{"type":"take-over"}')).toEqual({ type: "take-over" });
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => parseBrowserControl(text) === null));
  });

  test.each<ServerControl>([
    {
      type: "opened",
      epoch: "e",
      offset: 3,
      liveOffset: 9,
      readOnly: true,
      viewerId: "v",
      state: "busy",
      message: "held",
    },
    { type: "gap", skipped: 5, offset: 8 },
    { type: "state", state: "off", message: null },
    { type: "viewers", count: 2, answers: false },
    { type: "pong" },
  ])("from the server arrive as they were sent: $type", (control) => {
    expect(parseServerControl(JSON.stringify(control))).toEqual(control);
  });

  test("from the server that are not known are null", () => {
    for (const text of [
      "",
      "{}",
      '{"type":"state","state":"on fire"}',
      '{"type":"gap"}',
      '{"type":"news"}',
    ]) {
      expect(parseServerControl(text)).toBeNull();
    }
  });
});
