/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  experimental: {
    // Few chunks that are packed together: many small ones cost each route 5 kB more, as gzip knows nothing of the others.
    turbopackChunking: { requestCost: 1_000_000, minChunkSize: 200_000, maxMergeChunkSize: 600_000 },
  },
  // Types are checked by `npm run types`, once, for everything; not a second time in each build.
  typescript: { ignoreBuildErrors: true },
};

export default config;
