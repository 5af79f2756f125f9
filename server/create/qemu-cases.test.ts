import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { schemaProblems } from "../domain/validate/schema-problems";
import { AppError } from "../errors";
import { schemasHere } from "../host/libvirt/schemas.test-data";
import { buildDomain } from "./build-domain";
import { importQemuCommand } from "./import-qemu-command";

const folder = fileURLToPath(new URL("../../../shared/cases/definitions/", import.meta.url));
const given = existsSync(folder);

interface Pair {
  name: string;
  base: string;
  with: string;
}

function imported(command: string) {
  const { specification, notes } = importQemuCommand(command);
  return { xml: buildDomain(specification, { architecture: "x86_64", kvm: true }), notes };
}

describe.runIf(given)("QEMU commands of strangers", () => {
  const pairs: Pair[] = given ? JSON.parse(readFileSync(`${folder}qemu-options.json`, "utf8")) : [];
  const told = ({ xml, notes }: ReturnType<typeof imported>) =>
    JSON.stringify([xml, notes.map(({ reason }) => reason)]);

  // These say what is so anyway: a name that ends with "=", and 4096M for 4G.
  const saysTheSame = ({ name }: Pair) => name.endsWith("=") || name === "-m 4096M";
  test.each(pairs.filter((pair) => !saysTheSame(pair)))(
    "$name is kept or told",
    ({ base, with: command }) => {
      expect(told(imported(command))).not.toBe(told(imported(base)));
    },
  );

  const files = given ? readdirSync(`${folder}qemu`).filter((name) => name.endsWith("-input.txt")) : [];
  test.each(files)(
    "%s becomes a definition that libvirt's schema takes, or is refused in words",
    async (file) => {
      try {
        const { xml } = imported(readFileSync(`${folder}qemu/${file}`, "utf8"));
        expect(await schemaProblems(xml, schemasHere)).toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    },
  );
});
