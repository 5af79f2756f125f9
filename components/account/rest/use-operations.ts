"use client";

import { useQuery } from "@tanstack/react-query";
import { readOperations } from "./operations";

/** The operations of the REST API, which stay as they are as long as the page does. */
export function useOperations() {
  return useQuery({
    queryKey: ["rest-operations"],
    queryFn: readOperations,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
