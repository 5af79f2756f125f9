import * as z from "zod";
import { onHost } from "../access/objects-of";
import { attachDevices } from "../work/attach/attach";
import { detachDevices } from "../work/attach/detach";
import { bindDevices } from "../work/binding/bind";
import { checkCard } from "../work/card-check/check-card";
import { deleteRom } from "../work/rom/delete-rom";
import { lookAtRom } from "../work/rom/look-at-rom";
import { readCardRom } from "../work/rom/read/read-card-rom";
import { romFileSchema, romReference } from "../work/rom/rom-file";
import { uploadRom } from "../work/rom/upload-rom";
import { explainText } from "../work/trouble/explain-text";
import { kernelLog } from "../work/trouble/kernel-log";
import { mutation, query } from "./act-procedure";
import { listRoms } from "./rom-files";
import { procedure, router } from "./trpc";

export const passthroughRouter = router({
  planBinding: query(bindDevices.plan),
  runBinding: mutation(bindDevices.run),
  planAttach: query(attachDevices.plan),
  runAttach: mutation(attachDevices.run),
  planDetach: query(detachDevices.plan),
  runDetach: mutation(detachDevices.run),
  roms: procedure(romReference, onHost)
    .output(z.array(romFileSchema))
    .query(({ ctx, input }) => listRoms(ctx, input)),
  /** It is posted, since a file is longer than an address. */
  lookAtRom: mutation(lookAtRom),
  uploadRom: mutation(uploadRom),
  deleteRom: mutation(deleteRom),
  planReadRom: query(readCardRom.plan),
  readRom: mutation(readCardRom.run),
  explain: mutation(explainText),
  kernelLog: query(kernelLog),
  planCheck: query(checkCard.plan),
  runCheck: mutation(checkCard.run),
});
