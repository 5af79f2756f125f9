import * as z from "zod";
import { onHost, onVolume } from "../access/objects-of";
import { createChoicesSchema } from "../create/choices.schema";
import { contextOf } from "../work/act-context";
import { downloadImage } from "../work/catalogue/download-image";
import { listImages, shownCatalogueSchema } from "../work/catalogue/list-images";
import { refreshCatalogue } from "../work/catalogue/refresh-catalogue";
import { answerFilesAct } from "../work/create/answer-files-act";
import { createVm } from "../work/create/create-vm";
import { refuseUnlessMedium } from "../work/create/granted-medium";
import { importText } from "../work/create/import-text";
import { importXml } from "../work/create/import-xml";
import { mediumSchema, readMedium } from "../work/create/read-medium";
import { deletePreset } from "../work/preset/delete-preset";
import { storedPresetSchema } from "../work/preset/preset-store";
import { savePreset } from "../work/preset/save-preset";
import { hostReference, volumeReference } from "../work/references.schema";
import { setTemplate } from "../work/vm/set-template";
import { mutation } from "./act-procedure";
import { createChoices } from "./create-choices";
import { installationProcedure, procedure, router } from "./trpc";

export const createRouter = router({
  choices: procedure(hostReference, onHost)
    .output(createChoicesSchema)
    .query(({ ctx, input }) => createChoices(ctx, input.hostId)),
  /** The image catalogue, as far as it is for this host. */
  images: procedure(hostReference, onHost)
    .output(shownCatalogueSchema)
    .query(({ ctx, input }) => listImages(ctx.services.fleet, ctx.services.catalogue, input.hostId)),
  /** The files that answers become, for people to edit. They are posted: there is a password in them. */
  answerFiles: mutation(answerFilesAct),
  /** What an ISO of a pool installs. */
  medium: procedure(volumeReference, onVolume)
    .output(mediumSchema)
    .query(async ({ ctx, input }) => {
      await refuseUnlessMedium(contextOf(ctx), input);
      return readMedium(ctx.services.fleet, input.hostId, input);
    }),
  downloadImage: mutation(downloadImage),
  refreshCatalogue: mutation(refreshCatalogue),
  /** It is posted, as the imports are: a definition is longer than an address may be. */
  plan: mutation(createVm.plan),
  run: mutation(createVm.run),
  importXml: mutation(importXml),
  importText: mutation(importText),
  /** Presets that users saved; Passdeck's own are in `presetTable`. */
  presets: installationProcedure
    .output(z.array(storedPresetSchema))
    .query(({ ctx }) => ctx.services.presets.all()),
  savePreset: mutation(savePreset),
  deletePreset: mutation(deletePreset),
  setTemplate: mutation(setTemplate),
});
