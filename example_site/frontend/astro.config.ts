import node from "@astrojs/node";
import { defineConfig, passthroughImageService } from "astro/config";

// Pages are rendered by `server/`, which keeps them as files. Scripts and styles stay files of their
// own, so that a strict content security policy holds. Nothing is streamed: a page that fails halfway
// must be known as failed.
export default defineConfig({
  output: "server",
  adapter: node({ mode: "middleware", experimentalDisableStreaming: true }),
  trailingSlash: "always",
  build: { inlineStylesheets: "never" },
  image: { service: passthroughImageService() },
  session: false,
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
