import { expect, test } from "vitest";
import { parseXml, serializeXml } from "../xml/xml";
import { dropInstalling, markInstalling, readInstalling, startsKernel, withKernel } from "./installing";

const definition = `<domain type='kvm'>
  <name>web</name>
  <os firmware='efi'>
    <type arch='x86_64' machine='q35'>hvm</type>
  </os>
  <on_poweroff>destroy</on_poweroff>
  <on_reboot>restart</on_reboot>
  <devices/>
</domain>
`;
const installing = { by: "ada", pool: "default", kernel: "web-kernel", initrd: "web-initrd" };

test("what an installation leaves is noted, read, and forgotten to the byte", () => {
  const marked = parseXml(markInstalling(definition, installing));
  expect(readInstalling(marked)).toEqual(installing);
  dropInstalling(marked);
  expect(serializeXml(marked)).toBe(definition);
  expect(readInstalling(parseXml(definition))).toBeNull();
});

test("the installer’s machine starts its kernel, and is off where it would restart", () => {
  const commandLine = 'auto=true quiet "a & b"';
  const xml = withKernel(definition, { kernel: "/pool/k", initrd: "/pool/i", commandLine });
  expect(xml).toContain("<kernel>/pool/k</kernel>");
  expect(xml).toContain("<initrd>/pool/i</initrd>");
  expect(xml).toContain("a &amp; b");
  expect(xml.match(/<on_reboot>\w+/g)).toEqual(["<on_reboot>destroy"]);
  expect(startsKernel(parseXml(xml))).toBe(true);
  expect(startsKernel(parseXml(definition))).toBe(false);
});
