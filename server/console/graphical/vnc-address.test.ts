import { describe, expect, test } from "vitest";
import { AppError } from "../../errors";
import { readVncAddress } from "./vnc-address";

const vm = (devices: string) => `<domain><devices>${devices}</devices></domain>`;
const wordsOf = (xml: string): string => {
  try {
    readVncAddress(xml, "win11");
  } catch (error) {
    if (error instanceof AppError) return error.userMessage;
  }
  throw new Error("it was read");
};

describe("a screen's address", () => {
  test("is the port on this machine, with the password", () => {
    const xml = vm(
      `<graphics type='spice' port='5900'/>
       <graphics type='vnc' port='5901' autoport='yes' listen='127.0.0.1' passwd='secret'>
         <listen type='address' address='127.0.0.1'/></graphics>`,
    );
    expect(readVncAddress(xml, "vm")).toEqual({ at: { host: "127.0.0.1", port: 5901 }, password: "secret" });
  });

  test.each([
    ["<graphics type='vnc' port='5900' listen='::1'/>", { host: "::1", port: 5900 }],
    ["<graphics type='vnc' port='5900'/>", { host: "127.0.0.1", port: 5900 }],
    ["<graphics type='vnc' socket='/run/a.sock'/>", { path: "/run/a.sock" }],
    ["<graphics type='vnc'><listen type='socket' socket='/run/b.sock'/></graphics>", { path: "/run/b.sock" }],
  ])("is read from %s", (graphics, at) => {
    expect(readVncAddress(vm(graphics), "vm")).toEqual({ at, password: null });
  });

  test.each(["0.0.0.0", "::", "192.168.122.1", "127.0.0.1.example.org", "host.example.org"])(
    "that others can reach (%s) is refused with words on how to change it",
    (host) => {
      const words = wordsOf(
        vm(`<graphics type='vnc' port='5900'><listen type='address' address='${host}'/></graphics>`),
      );
      expect(words).toContain(`win11’s VNC screen listens on ${host}`);
      expect(words).toContain("<listen type='address' address='127.0.0.1'/>");
    },
  );

  test.each([
    ["<graphics type='spice' port='5900'/>", "without a VNC screen"],
    ["<graphics type='vnc' port='-1' autoport='yes'/>", "no port yet"],
    ["<graphics type='vnc'><listen type='none'/></graphics>", "listens nowhere"],
    [
      "<graphics type='vnc'><listen type='network' network='lan' address='10.0.0.1'/></graphics>",
      "on 10.0.0.1",
    ],
  ])("is missing in %s, and says so", (graphics, words) => {
    expect(wordsOf(vm(graphics))).toContain(words);
  });
});
