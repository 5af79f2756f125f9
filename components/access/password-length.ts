/** The server asks for as many; the password's other rules are its own. */
export const minimumPasswordLength = 12;

export interface PasswordLength {
  /** How far towards long enough, 0…1. */
  share: number;
  text: string;
}

/** How long a password is that someone is thinking up, in words. Length is what makes it hard to guess. */
export function describePasswordLength(password: string): PasswordLength {
  const length = [...password].length;
  const share = Math.min(1, length / minimumPasswordLength);
  if (length === 0)
    return { share, text: `At least ${minimumPasswordLength} characters. A few words do well.` };
  if (length < minimumPasswordLength) {
    const missing = minimumPasswordLength - length;
    return { share, text: missing === 1 ? "1 more character" : `${missing} more characters` };
  }
  return { share, text: length < 20 ? "Long enough" : "Long, and so hard to guess" };
}
