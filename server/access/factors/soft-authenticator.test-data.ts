import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { PageAddress } from "./page-address";
import type { MadePasskey, PasskeyRequest, ShownPasskey } from "./passkey.schema";

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();
const text = (data: Buffer) => data.toString("base64url");

/** Flags of authenticator data (WebAuthn, section 6.1). */
const [present, verified, attested] = [0x01, 0x04, 0x40];

interface Oddities {
  /** Where the page stands in truth. */
  origin?: string;
  rpId?: string;
  /** False: touched only, not unlocked. */
  isVerified?: boolean;
  userHandle?: string;
}

/** An authenticator with one passkey (ES256), as a browser would speak for it. */
export class SoftAuthenticator {
  readonly #id = randomBytes(32);
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  /** How often it signed. */
  counter = 0;

  make({ challenge }: PasskeyRequest, page: PageAddress, odd: Oddities = {}): MadePasskey {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const key = Buffer.concat([
      // A CBOR map: kty EC2, alg ES256, crv P-256, x, y.
      Buffer.from("a5010203262001215820", "hex"),
      Buffer.from(x, "base64url"),
      Buffer.from("225820", "hex"),
      Buffer.from(y, "base64url"),
    ]);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, key]);
    const authData = Buffer.concat([this.#authData(page, attested, odd), credential]);
    const attestation = Buffer.concat([
      // A CBOR map: fmt "none", attStmt {}, authData with a length of two bytes.
      Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746159", "hex"),
      Buffer.from([authData.length >> 8, authData.length & 0xff]),
      authData,
    ]);
    const client = clientData("webauthn.create", challenge, odd.origin ?? page.origin);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: text(client),
        attestationObject: text(attestation),
        transports: ["internal"],
      },
    };
  }

  show({ challenge }: PasskeyRequest, page: PageAddress, odd: Oddities = {}): ShownPasskey {
    const authData = this.#authData(page, 0, odd);
    const client = clientData("webauthn.get", challenge, odd.origin ?? page.origin);
    const signature = sign("sha256", Buffer.concat([authData, sha256(client)]), this.#keys.privateKey);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: text(client),
        authenticatorData: text(authData),
        signature: text(signature),
        ...(odd.userHandle === undefined ? {} : { userHandle: odd.userHandle }),
      },
    };
  }

  #named() {
    const id = text(this.#id);
    return { id, rawId: id, type: "public-key" as const };
  }

  #authData({ rpId }: PageAddress, flags: number, odd: Oddities): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const all = flags | present | (odd.isVerified === false ? 0 : verified);
    return Buffer.concat([sha256(odd.rpId ?? rpId), Buffer.from([all]), counter]);
  }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}
