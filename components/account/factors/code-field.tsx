import { TextField } from "@/components/ui/form/text-field";

export interface CodeFieldProps {
  label: string;
  note?: string;
  value: string;
  onChange(code: string): void;
}

/** A code of an authenticator app, or a recovery code. */
export function CodeField(props: CodeFieldProps) {
  return <TextField autoComplete="one-time-code" autoCapitalize="none" maxLength={40} mono {...props} />;
}
