/** The last values of a share of 0…1 as a small line; the figure stands in words beside it. */
export function Sparkline({ values }: { values: readonly number[] }) {
  if (values.length < 2) return <div aria-hidden className="h-10" />;
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * 100;
    return `${x.toFixed(2)},${(30 - Math.min(1, Math.max(0, value)) * 29).toFixed(2)}`;
  });
  return (
    <svg
      viewBox="0 0 100 31"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-10 w-full text-chart-1"
    >
      <polygon points={`0,31 ${points.join(" ")} 100,31`} fill="currentColor" opacity="0.12" />
      <polyline
        points={points.join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
      />
    </svg>
  );
}
