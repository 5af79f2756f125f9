import { describe, expect, test } from "vitest";
import { parseXml, serializeXml } from "../xml/xml";
import { putVncScreen } from "./vnc-device";

function withScreen(xml: string): string {
  const document = parseXml(xml);
  putVncScreen(document, "secret");
  return serializeXml(document);
}
const vnc = `<graphics type="vnc" port="-1" autoport="yes" passwd="secret"><listen type="address" address="127.0.0.1"/></graphics>`;
const tablet = `<input type="tablet" bus="usb"/>`;

describe("adding a VNC screen", () => {
  test("adds it with a graphics card and a tablet, and changes nothing else", () => {
    const bare = `<domain><!-- mine --><devices><memballoon model="virtio"/></devices></domain>`;
    const video = `<video><model type="vga"/></video>`;
    expect(withScreen(bare)).toBe(bare.replace("</devices>", `${tablet}${vnc}${video}</devices>`));
  });

  test("leaves a card and a tablet that are there, and needs no tablet without USB", () => {
    const own = `<domain><devices>${tablet}<video><model type="qxl" heads="2"/></video></devices></domain>`;
    expect(withScreen(own)).toBe(own.replace("</devices>", `${vnc}</devices>`));
    const noUsb = `<domain><devices><controller type="usb" model="none"/><video/></devices></domain>`;
    expect(withScreen(noUsb)).toBe(noUsb.replace("</devices>", `${vnc}</devices>`));
  });

  test("switches a card on that was switched off", () => {
    const off = `<domain><os><type arch="aarch64">hvm</type></os><devices><video><model type="none"/></video></devices></domain>`;
    expect(withScreen(off)).toContain(`<video><model type="virtio"/></video>`);
  });

  test("stands beside SPICE, and refuses where there is one already", () => {
    const spice = `<domain><devices><graphics type="spice"/></devices></domain>`;
    expect(withScreen(spice)).toContain(vnc);
    expect(() => withScreen(withScreen(spice))).toThrow(/already has a VNC screen/);
  });
});
