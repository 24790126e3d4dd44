/** Receives what the CMS tells: Standard Webhooks. */

import type { IncomingMessage, ServerResponse } from "node:http";
import { Webhook, WebhookVerificationError } from "standardwebhooks";

import { pathsOf, type Rebuilder } from "./rebuild.ts";
import { WEBHOOK_SECRET } from "./settings.ts";

const MOST_BYTES = 1_000_000;

/** A message of the type `webhook.test` has no addresses. */
type Message = { type: string; data?: { addresses?: string[] } };

/** Answer a message: 204, and then the pages that it names are rendered; 401 if it is not signed. */
export async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  rebuilder: Rebuilder,
): Promise<void> {
  const body = await bodyOf(request);
  if (body === null) return void response.writeHead(413).end();
  let message: Message;
  try {
    if (!WEBHOOK_SECRET) throw new WebhookVerificationError("No secret is set.");
    message = new Webhook(WEBHOOK_SECRET).verify(body, headersOf(request)) as Message;
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    return void response.writeHead(401).end();
  }
  response.writeHead(204).end();
  // The same message twice renders the same pages twice, which changes nothing.
  const paths = pathsOf(message.data?.addresses ?? []);
  if (paths.size) await rebuilder.rebuild(paths);
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
