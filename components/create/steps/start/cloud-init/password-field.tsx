"use client";

import { TextField } from "@/components/ui/form/text-field";
import { hashesPasswords } from "../../../state/password";

interface PasswordFieldProps {
  password: string;
  onChange(password: string): void;
}

/** A password, of which only the hash is sent, once the VM is created; where the browser can't hash, the hash. */
export function PasswordField({ password, onChange }: PasswordFieldProps) {
  const hashes = hashesPasswords();
  return (
    <TextField
      type={hashes ? "password" : "text"}
      label={hashes ? "Password" : "Password hash"}
      note={
        hashes
          ? "Hashed in this browser; the password itself is not sent. Not needed with an SSH key."
          : "Output of openssl passwd -6. Over HTTPS you can enter the password instead."
      }
      path={["cloudInit", "users", 0, "passwordHash"]}
      value={password}
      onChange={onChange}
    />
  );
}
