"use client";

import { useTheme } from "next-themes";
import { Toaster } from "sonner";

/** Where notices appear. */
export default function Notices() {
  const { resolvedTheme } = useTheme();
  return (
    <Toaster
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      toastOptions={{
        style: {
          background: "var(--raised)",
          color: "var(--foreground)",
          borderColor: "var(--border)",
          fontFamily: "inherit",
        },
        classNames: { description: "!text-muted wrap-anywhere", title: "wrap-anywhere" },
      }}
    />
  );
}
