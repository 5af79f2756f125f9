/** Whose a booking is, as far as it may be known: "Yours", "ada" or "Taken". */
export function holderWords({ isMine, holder }: { isMine: boolean; holder: string | null }): string {
  return isMine ? "Yours" : (holder ?? "Taken");
}
