/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Types are checked by `npm run types`, once, for everything; not a second time in each build.
  typescript: { ignoreBuildErrors: true },
};

export default config;
