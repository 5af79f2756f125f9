import * as z from "zod";
import type { OpenIdOptions } from "./openid-options";
import type { ProvidedPerson } from "./provided-users";

const text = z.string().min(1).catch("");
/** One group may come as a text; some providers put a slash before a group's path. */
const groupNames = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .transform((names) => names.map((name) => name.replace(/^\//, "")))
  .nullable()
  .catch(null);

/**
 * Who somebody is by the claims of their ID token and of the userinfo endpoint.
 * @param claims Checked by whoever fetched them; the issuer and the subject are the ID token's.
 */
export function personOf(
  claims: Readonly<Record<string, unknown>>,
  { groupsClaim, nameClaim }: Pick<OpenIdOptions, "groupsClaim" | "nameClaim">,
): ProvidedPerson {
  const { iss, sub, email_verified: isVerified } = claims;
  // Anybody may claim any address at some providers: what is not verified counts for nothing.
  const email = isVerified === true ? text.parse(claims.email) : "";
  return {
    issuer: z.string().parse(iss),
    subject: z.string().parse(sub),
    name: text.parse(claims[nameClaim]) || email || null,
    groups: groupsClaim in claims ? groupNames.parse(claims[groupsClaim]) : null,
    email: email || null,
  };
}
