import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { cutRom } from "../../domain/rom/cut-rom";
import { maximumRomBytes } from "../../domain/rom/rom-store";
import { AppError } from "../../errors";
import { defineAct } from "../act";
import { cardOf, romBase64, romFile, romFileSchema, romName, romReference, romsOf } from "./rom-file";

/** Keeps a VBIOS that some guest can use. An AppError "bad-input" that says what is wrong with any other. */
export const uploadRom = defineAct({
  name: "passthrough.uploadRom",
  title: "Upload a ROM file",
  input: romReference.extend({
    name: romName,
    base64: romBase64,
    /** How long the header is that is to be cut off before the ROM, as it was shown; 0: there is none. */
    headerBytes: z.number().int().min(0).max(maximumRomBytes).default(0),
  }),
  output: romFileSchema,
  objects: onHost,
  async run({ services: { fleet }, readReport }, { name, base64, headerBytes, ...request }) {
    const roms = romsOf(fleet, request.hostId);
    const whole = Buffer.from(base64, "base64");
    if (whole.length === 0 || whole.length > maximumRomBytes) {
      throw new AppError("bad-input", {
        userMessage: `${name} has ${whole.length} bytes. A ROM file has some, and at most ${maximumRomBytes}.`,
      });
    }
    const cut = cutRom(whole);
    // A header that nobody was shown is not cut: it is what the file is refused for.
    const bytes = cut.headerBytes === headerBytes ? cut.rom : whole;
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
