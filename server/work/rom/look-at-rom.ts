import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { cutRom } from "../../domain/rom/cut-rom";
import { readRom } from "../../domain/rom/read-rom";
import { romReportSchema } from "../../domain/rom/rom.schema";
import { defineAct } from "../act";
import { cardOf, romBase64, romReference } from "./rom-file";

/** Says what is in a VBIOS before it is kept: a header that is to be cut off, and the ROM behind it. */
export const lookAtRom = defineAct({
  name: "passthrough.lookAtRom",
  title: "Look at a ROM file",
  input: romReference.extend({ base64: romBase64 }),
  output: z.object({
    /** Whose header stands before the ROM; null where none does. */
    header: z.string().nullable(),
    headerBytes: z.number().int(),
    /** Of the ROM alone. */
    report: romReportSchema,
  }),
  changes: false,
  objects: onHost,
  async run({ readReport }, { base64, ...request }) {
    const { rom, header, headerBytes } = cutRom(Buffer.from(base64, "base64"));
    return { header, headerBytes, report: readRom(rom, await cardOf(readReport, request)) };
  },
});
