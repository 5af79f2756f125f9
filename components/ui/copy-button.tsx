"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonSize } from "./button";
import { notify } from "./notify";

export interface CopyButtonProps {
  text: string;
  /** What is copied: "XML". */
  what: string;
  /** "icon" shows no words. */
  size?: ButtonSize;
}

/** Copies a text, and says so for a moment. */
export function CopyButton({ text, what, size = "md" }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      notify(
        "error",
        "Not copied",
        "The browser allows copying only over HTTPS or on this machine. Select the text instead.",
      );
    }
  };
  const Icon = copied ? Check : Copy;
  return (
    <Button
      variant={size === "icon" ? "ghost" : "secondary"}
      size={size}
      aria-label={size === "icon" ? `Copy ${what}` : undefined}
      onClick={() => void copy()}
    >
      <Icon aria-hidden />
      {size === "icon" ? null : copied ? "Copied" : `Copy ${what}`}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </Button>
  );
}
