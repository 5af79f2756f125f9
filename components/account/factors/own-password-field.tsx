"use client";

import { TextField } from "@/components/ui/form/text-field";

export interface OwnPasswordFieldProps {
  value: string;
  onChange(value: string): void;
}

/** The password that one has, to show that it is oneself who changes how one signs in. */
export function OwnPasswordField(props: OwnPasswordFieldProps) {
  return <TextField label="Your password" type="password" autoComplete="current-password" {...props} />;
}
