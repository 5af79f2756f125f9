import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseApiConstants } from "./api-constants";
import { emitConstants } from "./emit-constants";
import { emitFiles } from "./emit-files";
import { Model } from "./model";
import { parseDefinitions } from "./parse";
import { collectPrograms } from "./programs";

/** Where libvirt's source keeps the definitions of what we speak. */
const definitionFiles = [
  "src/remote/remote_protocol.x",
  "src/remote/qemu_protocol.x",
  "src/rpc/virnetprotocol.x",
  "src/rpc/virkeepaliveprotocol.x",
];

const usage = `usage: npm run generate:protocol -- SOURCE_DIR [API_XML]

SOURCE_DIR  libvirt's unpacked source ("apt-get source libvirt")
API_XML     libvirt-api.xml, by default the one of the package libvirt-dev
`;

function main([source, apiXml = "/usr/share/libvirt/api/libvirt-api.xml"]: string[]): void {
  if (source === undefined) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const constants = parseApiConstants(readFileSync(apiXml, "utf8"));
  const definitions = definitionFiles.map((file) =>
    parseDefinitions(readFileSync(join(source, file), "utf8")),
  );
  const model = new Model(definitions, constants.byName);
  const programs = collectPrograms(model);
  const files = emitFiles(model, programs).set("constants.gen.ts", emitConstants(constants));
  for (const [name, text] of files)
    writeFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), text);
  const { procedures, events } = programs;
  process.stdout.write(`${procedures.length} procedures, ${events.length} events\n`);
}

main(process.argv.slice(2));
