import { describe, expect, test } from "vitest";
import { BrowserHandshake, greeting } from "./browser-handshake";
import { MalformedInput } from "./malformed-input";

const whole = Buffer.concat([greeting, Buffer.of(1), Buffer.of(0), Buffer.from("more")]);

describe("the handshake with a browser", () => {
  test("lets it in as one of several viewers, however its bytes are cut", () => {
    for (let cut = 0; cut <= whole.length; cut++) {
      const handshake = new BrowserHandshake();
      const steps = [handshake.push(whole.subarray(0, cut))];
      if (steps[0]?.rest === null) steps.push(handshake.push(whole.subarray(cut)));
      expect(Buffer.concat(steps.flatMap(({ toBrowser }) => toBrowser))).toEqual(Buffer.of(1, 1, 0, 0, 0, 0));
      expect(Buffer.concat(steps.flatMap(({ toGuest }) => toGuest))).toEqual(Buffer.of(1));
      const rest = steps.at(-1)?.rest?.toString();
      expect("more").toMatch(new RegExp(`^${rest}`));
    }
  });

  test.each([
    ["no VNC", Buffer.from("GET / HTTP/1.1")],
    ["an older version", Buffer.from("RFB 003.003\n")],
    ["a security type that was not on offer", Buffer.concat([greeting, Buffer.of(2)])],
  ])("ends with %s", (_, bytes) => {
    expect(() => new BrowserHandshake().push(bytes)).toThrow(MalformedInput);
  });
});
