import * as z from "zod";
import { givenNameSchema } from "../../storage/names.schema";
import { withinBytes } from "../../units/json-bytes.schema";
import { type Installer, installerSchema, linuxInstallerSchema } from "./installer.schema";
import { linuxAnswersSchema } from "./linux/linux-answers.schema";
import { windowsAnswersSchema } from "./windows.schema";

/** A file that an installer looks for answers in. */
const answerFileSchema = z.strictObject({
  name: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "A file’s name has letters, digits, - _ and . in it."),
  content: z.string().max(2 ** 20),
});

/** All files of an installer's answers, as users may edit them. */
export const answerFilesSchema = withinBytes(z.array(answerFileSchema).min(1).max(8), 2 ** 21);

const windowsSettingsSchema = z.strictObject({ kind: z.literal("windows"), settings: windowsAnswersSchema });
const linuxSettingsSchema = z.strictObject({
  kind: z.literal("linux"),
  installer: linuxInstallerSchema,
  settings: withinBytes(linuxAnswersSchema, 2 ** 18),
});

/** What was filled in for an installer. */
export const answersSettingsSchema = z.discriminatedUnion("kind", [
  windowsSettingsSchema,
  linuxSettingsSchema,
]);

/** Where the CD goes, or the installer's kernel with its initial RAM disk. */
const placed = { pool: givenNameSchema };

/** Answers by which an installation goes on without questions, and the pool that keeps them. */
export const answersRequestSchema = z.discriminatedUnion("kind", [
  windowsSettingsSchema.extend(placed),
  linuxSettingsSchema.extend(placed),
  z.strictObject({
    kind: z.literal("files"),
    installer: installerSchema,
    ...placed,
    files: answerFilesSchema,
  }),
]);

/** Files of answers, and where they go. */
export interface PlacedAnswers {
  installer: Installer;
  pool: string;
  /** The volume of the CD, or of the initial RAM disk. */
  volume: string;
  files: readonly AnswerFile[];
}

export type AnswerFile = z.infer<typeof answerFileSchema>;
export type AnswersSettings = z.infer<typeof answersSettingsSchema>;
export type AnswersRequest = z.infer<typeof answersRequestSchema>;
