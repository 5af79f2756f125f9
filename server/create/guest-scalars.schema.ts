import * as z from "zod";

/* What a new guest is told, whoever tells it: cloud-init, or an installer's answer file. */

/** A line of authorized_keys: the key's kind, the key, a remark. Options in front of it are left to the raw file. */
export const sshKeySchema = z
  .string()
  .trim()
  .max(16_384)
  .regex(
    /^(ssh-(rsa|dss|ed25519)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com) [A-Za-z0-9+/]+={0,3}( [^\p{Cc}]*)?$/u,
    "This is not a public SSH key. One begins with ssh-ed25519, ssh-rsa or ecdsa-sha2-….",
  );

/** A password as crypt(3) hashes it: $6$ (SHA-512), $y$ (yescrypt), $2b$ (bcrypt). Never the password itself. */
export const passwordHashSchema = z
  .string()
  .max(512)
  .regex(
    /^\$(5|6|y|gy|7|2[aby])\$[A-Za-z0-9./$=,]+$/,
    "This is not a password hash. Create one with openssl passwd -6.",
  );

export const guestUserNameSchema = z
  .string()
  .regex(/^[a-z_][a-z0-9_-]{0,31}$/, {
    error: "A user name has 1 to 32 lower-case letters, digits, _ and -",
    abort: true,
  })
  .max(32);

export const guestHostNameSchema = z
  .string()
  .regex(/^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i, {
    error: "A host name has letters, digits and - in it.",
    abort: true,
  })
  .max(253);

export const packageNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9+._:~=/-]{0,127}$/, {
    error: "This is not a package name.",
    abort: true,
  })
  .max(128);

/** A name of the IANA's database: "Europe/Berlin". */
export const timeZoneSchema = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+){0,2}$/, "A time zone is given as Europe/Berlin or UTC.");
