/** The mark: a card in a deck, on its edge connector. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#2f45c8" />
      <path
        d="M9 8.5h15.5a1.5 1.5 0 0 1 1.5 1.5v9"
        fill="none"
        stroke="#fff"
        strokeOpacity=".55"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <rect x="6" y="12" width="16" height="9.5" rx="1.5" fill="#fff" />
      <circle cx="14" cy="16.75" r="2.6" fill="none" stroke="#2f45c8" strokeWidth="1.6" />
      <path d="M8.5 22v3M11.5 22v3M14.5 22v3" stroke="#f0b45c" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  );
}
