import * as z from "zod";
import { addressSchema, portSchema } from "../route/address.schema";

const longestPem = 65_536;

/** @param whose For people: “the authority’s certificate”. */
function certificateSchema(whose: string) {
  return z
    .string()
    .trim()
    .min(1, { error: `Paste ${whose}.` })
    .max(longestPem, { error: "A certificate has 64 KiB at most: this is none." })
    .regex(/^[\s\S]*-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/, {
      error:
        "This is no certificate in PEM form: it has a line BEGIN CERTIFICATE and a line END CERTIFICATE.",
    });
}

/** How a host's libvirt is reached by TLS. */
export const tlsRouteSchema = z.object({
  target: z.object({
    host: addressSchema,
    /** null: libvirt's own. */
    port: portSchema.nullable(),
  }),
  /** The authority's that has signed the host's, PEM. */
  ca: certificateSchema("the certificate of the authority (CA)"),
  /** The one that Passdeck shows, PEM. */
  certificate: certificateSchema("the client’s certificate"),
});
