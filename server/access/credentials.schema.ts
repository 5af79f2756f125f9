import * as z from "zod";

export const passwordLength = { minimum: 12, maximum: 256 } as const;

const characters = (text: string) => [...text].length;

/** A user's name: what a Unix login may be, and addresses of mail. */
export const userName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/, {
    error:
      "A user name has 1 to 64 letters, digits, dots, dashes, underscores or @, and begins with a letter or a digit.",
    abort: true,
  })
  .max(64);

const tooLong = { error: `A password may have at most ${passwordLength.maximum} characters.`, abort: true };

/** A password to be set. Length is what counts (NIST SP 800-63B); there are no rules on its characters. */
export const newPassword = z
  .string()
  // A character takes two places where it is beyond the Basic Multilingual Plane.
  .max(2 * passwordLength.maximum, tooLong)
  .refine((text) => characters(text) >= passwordLength.minimum, {
    error: `A password needs at least ${passwordLength.minimum} characters.`,
  })
  .refine((text) => characters(text) <= passwordLength.maximum, tooLong);

/** A password as it is typed. Loose, as every wrong one gets the same answer. */
export const knownPassword = z.string().max(1024);

/** What someone types to sign in. */
export const signInInput = z.object({ name: z.string().max(200), password: knownPassword });

/** What stands in a one-time link. */
export const linkToken = z.string().max(200);

export const firstAdministratorInput = z.object({
  token: linkToken,
  name: userName,
  password: newPassword,
});
