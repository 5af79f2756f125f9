import { AppError } from "../errors";

/**
 * A step that was cancelled and leaves something that people have to know of. What other steps say when they give up is
 * passed over: that they were cancelled is no news.
 */
export class GivenUp extends AppError {
  constructor(userMessage: string) {
    super("conflict", { userMessage });
  }
}
