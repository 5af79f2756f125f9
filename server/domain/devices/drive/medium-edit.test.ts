import { expect, test } from "vitest";
import { parseXml } from "../../../xml/xml";
import { applyEdit } from "../../hardware/apply-edit";
import { readHardware } from "../../hardware/read-hardware";
import { mediumEdit } from "./medium-edit";

const debian = { pool: "images", volume: "debian.iso" };

function drive(type: string, source: string) {
  const document = parseXml(
    `<domain><devices><disk type="${type}" device="cdrom"><driver name="qemu" type="raw"/>${source}<target dev="sda" bus="sata"/><readonly/></disk></devices></domain>`,
  );
  return {
    document,
    view: () => readHardware(document, null).devices.filter(({ kind }) => kind === "drive"),
  };
}

test.each([
  ["an empty one", "file", ""],
  ["one with a file", "file", '<source file="/iso/other.iso"/>'],
  ["one with another volume", "volume", '<source pool="images" volume="other.iso"/>'],
])("%s gets a medium, and is empty again once that is taken out", (_, type, source) => {
  const { document, view } = drive(type, source);
  for (const medium of [debian, null]) {
    const [before] = view();
    if (before === undefined) throw new Error("no drive");
    applyEdit(document, mediumEdit(before, medium), null);
    const [after] = view();
    expect(after?.values).toMatchObject({
      type: medium === null ? "file" : "volume",
      file: null,
      pool: medium?.pool ?? null,
      volume: medium?.volume ?? null,
      target: "sda",
    });
  }
});

test("only what changes is asked for", () => {
  const [view] = drive("volume", '<source pool="images" volume="other.iso"/>').view();
  if (view === undefined) throw new Error("no drive");
  expect(mediumEdit(view, debian)).toMatchObject({
    from: { volume: "other.iso" },
    to: { volume: "debian.iso" },
  });
  expect(mediumEdit(view, { pool: "images", volume: "other.iso" })).toMatchObject({ from: {}, to: {} });
});
