"use client";

import { ThemeProvider as NextThemes } from "next-themes";
import type { ReactNode } from "react";

/** Light, dark, or as the system says. `nonce` lets its small script through the content security policy. */
export function ThemeProvider({ nonce, children }: { nonce: string | null; children: ReactNode }) {
  return (
    <NextThemes
      attribute="class"
      defaultTheme="system"
      enableColorScheme={false}
      disableTransitionOnChange
      {...(nonce === null ? {} : { nonce })}
    >
      {children}
    </NextThemes>
  );
}
