"use client";

import { createContext, useContext } from "react";
import type { Problem } from "./problems";

const none: readonly Problem[] = [];

/** What stands against what a form holds: each field below finds its own by its `path`. */
export const FormProblems = createContext<readonly Problem[]>(none);

/** All that stands against the form that the calling component is part of. */
export function useFormProblems(): readonly Problem[] {
  return useContext(FormProblems);
}
