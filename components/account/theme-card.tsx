"use client";

import { Card, CardHeader } from "@/components/ui/card";
import { SelectField } from "@/components/ui/form/select-field";
import { useTheme } from "@/components/ui/use-theme";

const themes = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** The theme of this browser. */
export function ThemeCard() {
  const { theme, choose } = useTheme();
  const value = themes.find((one) => one.value === theme)?.value ?? "system";
  return (
    <Card aria-labelledby="theme-title">
      <CardHeader title="Appearance" id="theme-title" />
      <div className="max-w-md p-4">
        <SelectField
          label="Theme"
          note="Kept in this browser."
          value={value}
          choices={themes}
          onChange={choose}
        />
      </div>
    </Card>
  );
}
