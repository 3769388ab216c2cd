/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; whoever only starts the product does not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss"],
  devIndicators: false,
  allowedDevOrigins: ["127.0.0.1"],
};

export default config;
