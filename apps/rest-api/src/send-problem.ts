// RFC 9457 problem+json on the wire.
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { BASE, languagesOf } from './answer.js';
import { spokenLanguage } from './language.js';
import { Problem } from './problem.js';
import { explain, SENTENCES, type Language } from './sentences.js';

const CONTENT_TYPE = 'application/problem+json; charset=utf-8';

export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const language = spokenLanguage(languagesOf(request));
  const { status } = SENTENCES[problem.code];
  if (status === 405) reply.header('allow', 'GET, HEAD');
  if (status === 503) reply.header('retry-after', '1');
  void reply
    .status(status)
    .removeHeader('etag')
    .header('content-type', CONTENT_TYPE)
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(written(problem, language, request.url)));
}

/** What Fastify refuses before any handler of ours: an address that is no address. */
export function sendFrameworkError(
  { code }: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const tooLong = code === 'FST_ERR_MAX_PARAM_LENGTH';
  sendProblem(new Problem(tooLong ? 'address-too-long' : 'bad-request'), request, reply);
}

/** What Node refuses before there is a request: bytes that are not HTTP, or too many of them. */
export function sendClientError(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-long' : 'bad-request';
  const body = JSON.stringify(written(new Problem(code), 'en'));
  const reason = { 'headers-too-long': 'Request Header Fields Too Large', 'bad-request': 'Bad Request' }[
    code
  ];
  const head = [
    `HTTP/1.1 ${String(SENTENCES[code].status)} ${reason}`,
    `Content-Type: ${CONTENT_TYPE}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const written = ({ code, facts, faults }: Problem, language: Language, instance?: string) => ({
  type: `${BASE}/problems/${code}`,
  ...explain(code, facts, language),
  status: SENTENCES[code].status,
  code,
  ...(instance !== undefined && { instance }),
  errors: faults.map((fault) => ({
    parameter: fault.parameter,
    code: fault.code,
    detail: explain(fault.code, fault.facts, language).detail,
  })),
});
