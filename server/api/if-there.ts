import { AppError } from "../errors";

/**
 * What a page asks of something that a live list told it of; null where that is gone by now. A list is always a little
 * late, so this is an ordinary answer and no error.
 */
export async function ifThere<T>(answer: () => T | Promise<T>): Promise<T | null> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}
