"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/data/client";
import type { Grammar } from "@/server/domain/changes/grammar/grammar.schema";

let asked: Promise<Grammar | null> | null = null;

/** libvirt's schema, asked for once a page; undefined until it is here. Without it nothing is suggested. */
export function useGrammar(): Grammar | null | undefined {
  const [grammar, setGrammar] = useState<Grammar | null>();
  useEffect(() => {
    let gone = false;
    asked ??= trpc.definition.grammar.query().catch(() => {
      asked = null;
      return null;
    });
    asked.then((came) => {
      if (!gone) setGrammar(came);
    });
    return () => {
      gone = true;
    };
  }, []);
  return grammar;
}
