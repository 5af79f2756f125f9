import * as z from "zod";
import { givenNameSchema } from "../../storage/names.schema";
import { withinBytes } from "../../units/json-bytes.schema";
import { windowsAnswersSchema } from "./windows.schema";

/** A file of a CD that an installer looks for answers on. */
const answerFileSchema = z.strictObject({
  name: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "A file’s name has letters, digits, - _ and . in it."),
  content: z.string().max(2 ** 20),
});

/** All files of that CD, as users may edit them. */
export const answerFilesSchema = withinBytes(z.array(answerFileSchema).min(1).max(8), 2 ** 21);

/** A CD by which an installation goes on without questions, and the pool that keeps it. */
export const answersRequestSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("windows"), pool: givenNameSchema, settings: windowsAnswersSchema }),
  z.strictObject({ kind: z.literal("files"), pool: givenNameSchema, files: answerFilesSchema }),
]);

/** A CD of answer files, and where it goes. */
export interface AnswersCd {
  pool: string;
  volume: string;
  files: readonly AnswerFile[];
}

export type AnswerFile = z.infer<typeof answerFileSchema>;
export type AnswersRequest = z.infer<typeof answersRequestSchema>;
