import { AppError } from "../../errors";

/** What can't be read now, null, is read at the next look. */
export async function readable<Report>(report: Promise<Report>): Promise<Report | null> {
  try {
    return await report;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
