import { describe, expect, test } from "vitest";
import { parseXml, serializeXml } from "../xml/xml";
import { putSerialConsole } from "./serial-device";

const bare = `<domain type="qemu" xmlns:app="http://example.org/app">
  <!-- mine -->
  <metadata><app:owner>bob</app:owner></metadata>
  <devices><memballoon model="virtio"/></devices>
</domain>`;

function withSerialConsole(xml: string): string {
  const document = parseXml(xml);
  putSerialConsole(document);
  return serializeXml(document);
}

describe("adding a serial console", () => {
  test("adds the port and the console and changes nothing else", () => {
    const added = `<serial type="pty"><target port="0"/></serial><console type="pty"><target type="serial" port="0"/></console>`;
    expect(withSerialConsole(bare)).toBe(bare.replace("</devices>", `${added}</devices>`));
  });

  test("refuses where there is a port already", () => {
    expect(() => withSerialConsole(withSerialConsole(bare))).toThrow(/already has a serial port/);
  });
});
