// Checks the signature of the order in docs/openapi.yaml with Shopify's own library: an implementation that is independent of Stockroom's.
import { readFileSync } from 'node:fs';
import '@shopify/shopify-api/adapters/node';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import { parse } from 'yaml';

const document = parse(readFileSync(new URL('../../../docs/openapi.yaml', import.meta.url), 'utf8'));
const operation = document.paths['/webhooks/shops/{shop}'].post;
const example = (name) => operation.parameters.find((parameter) => parameter.name === name).example;
const body = JSON.stringify(operation.requestBody.content['application/json'].examples.shopify.value);
const shopify = shopifyApi({
  apiKey: 'key', apiSecretKey: 'shopify-sandbox-secret', hostName: 'localhost', isEmbeddedApp: false,
  apiVersion: Object.values(ApiVersion).at(-1), logger: { level: LogSeverity.Error },
});

async function isValid(rawBody) {
  const headers = {
    'X-Shopify-Hmac-SHA256': example('X-Shopify-Hmac-SHA256'), 'X-Shopify-Topic': example('X-Shopify-Topic'),
    'X-Shopify-API-Version': '2026-10', 'X-Shopify-Shop-Domain': 'shop.myshopify.com', 'X-Shopify-Webhook-Id': '1',
  };
  return (await shopify.webhooks.validate({ rawBody, rawRequest: { headers, method: 'POST', url: '/' }, rawResponse: {} })).valid;
}

if (!await isValid(body) || await isValid(`${body} `)) {
  throw new Error("Shopify's library does not agree with the signature of the order in docs/openapi.yaml");
}
console.log("The order in docs/openapi.yaml is signed as Shopify's library expects");
