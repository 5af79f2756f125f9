"use client";

import type { Path } from "@/components/ui/form/problems";
import { TextField } from "@/components/ui/form/text-field";
import { hashesPasswords } from "../../../state/password";

interface PasswordFieldProps {
  password: string;
  path: Path;
  /** What else there is to say of it. */
  more?: string;
  onChange(password: string): void;
}

/** A password, of which only the hash is sent, once the VM is created; where the browser can't hash, the hash. */
export function PasswordField({ password, path, more = "", onChange }: PasswordFieldProps) {
  const hashes = hashesPasswords();
  return (
    <TextField
      type={hashes ? "password" : "text"}
      label={hashes ? "Password" : "Password hash"}
      note={
        hashes
          ? `Hashed in this browser; the password itself is not sent. ${more}`.trim()
          : "Output of openssl passwd -6. Over HTTPS you can enter the password instead."
      }
      path={path}
      value={password}
      onChange={onChange}
    />
  );
}
