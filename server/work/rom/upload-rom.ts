import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { maximumRomBytes } from "../../domain/rom/rom-store";
import { AppError } from "../../errors";
import { defineAct } from "../act";
import { cardOf, romFile, romFileSchema, romName, romReference, romsOf } from "./rom-file";

/** Keeps a VBIOS that some guest can use. An AppError "bad-input" that says what is wrong with any other. */
export const uploadRom = defineAct({
  name: "passthrough.uploadRom",
  title: "Upload a ROM file",
  input: romReference.extend({ name: romName, base64: z.base64().max(2 * maximumRomBytes) }),
  output: romFileSchema,
  objects: onHost,
  async run({ services: { fleet }, readReport }, { name, base64, ...request }) {
    const roms = romsOf(fleet, request.hostId);
    const bytes = Buffer.from(base64, "base64");
    if (bytes.length === 0 || bytes.length > maximumRomBytes) {
      throw new AppError("bad-input", {
        userMessage: `${name} has ${bytes.length} bytes. A ROM file has some, and at most ${maximumRomBytes}.`,
      });
    }
    const file = romFile(roms, name, bytes, await cardOf(readReport, request));
    const failure = file.report.problems.find(({ weight }) => weight === "fail");
    if (failure !== undefined) {
      throw new AppError("bad-input", {
        userMessage: `${name} was not kept. ${failure.message} ${failure.fix}`,
      });
    }
    await roms.add(name, bytes);
    return file;
  },
});
