// list-storages in plain Node.js: http, the lightest client that Node has, for the Runtime API, and fetch for Altegio.
import http from 'node:http';

const { AWS_LAMBDA_RUNTIME_API, ALTEGIO_URL, ALTEGIO_PARTNER_TOKEN, ALTEGIO_USER_TOKEN, ALTEGIO_LOCATIONS } = process.env;
const [host, port] = AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const allowed = new Set((ALTEGIO_LOCATIONS ?? '').split(',').filter(Boolean));

const headers = {
  Accept: 'application/vnd.api.v2+json',
  Authorization: `Bearer ${ALTEGIO_PARTNER_TOKEN}, User ${ALTEGIO_USER_TOKEN}`,
};

async function handle(event) {
  const location = event.pathParameters?.location_id ?? event.rawPath.slice(event.rawPath.lastIndexOf('/') + 1);
  if (!/^[1-9]\d{0,17}$/.test(location)) return problem(400, 'location_id must be a positive whole number');
  const unknown = Object.keys(event.queryStringParameters ?? {});
  if (unknown.length) {
    return problem(400, unknown.map(name => `${name} is not a known parameter; this route takes no parameters`).join('; '));
  }
  if (allowed.size && !allowed.has(location)) return problem(403, `Location ${location} is not in this deployment's allow-list`);
  let status, envelope;
  try {
    const upstream = await fetch(`${ALTEGIO_URL}/storages/${location}`, { headers, signal: AbortSignal.timeout(20_000) });
    status = upstream.status;
    envelope = await upstream.json();
  } catch {
    return problem(503, 'Altegio could not be reached');
  }
  if (status !== 200 || envelope.success === false || !Array.isArray(envelope.data)) {
    const cause = status === 200 ? '`data` is not an array of objects' : `unexpected status ${status}`;
    return problem(502, `Altegio's response could not be read: ${cause}`);
  }
  return response(200, 'application/json', { success: true, data: envelope.data.map(storage), meta: {} });
}

function storage({ id, title, for_service, for_services, for_sale, comment, weight, ...others }) {
  return {
    id: number(id) || null, title: text(title), for_service: number(for_service) ?? number(for_services),
    for_sale: number(for_sale), comment: text(comment), weight: number(weight), ...others,
  };
}

function number(value) {
  if (value == null || Array.isArray(value) || String(value).trim() === '') return null;
  return Number(value);
}

function text(value) {
  return value == null || Array.isArray(value) ? null : String(value);
}

function problem(status, detail) {
  return response(status, 'application/problem+json', { status, detail, success: false, data: null, meta: { message: detail } });
}

function response(statusCode, type, body) {
  const headers = { 'Cache-Control': 'no-store', 'Content-Type': type, Vary: 'Accept-Encoding' };
  return { statusCode, headers, body: JSON.stringify(body), isBase64Encoded: false };
}

function runtime(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, agent, method, path: `/2018-06-01/runtime/invocation/${path}` }, message => {
      const parts = [];
      message.on('data', part => parts.push(part));
      message.on('end', () => resolve({ headers: message.headers, body: Buffer.concat(parts).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

for (;;) {
  const invocation = await runtime('GET', 'next');
  const id = invocation.headers['lambda-runtime-aws-request-id'];
  try {
    await runtime('POST', `${id}/response`, JSON.stringify(await handle(JSON.parse(invocation.body))));
  } catch (error) {
    await runtime('POST', `${id}/error`, JSON.stringify({ errorType: error.name, errorMessage: error.message }));
  }
}
