import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../security/access.js';
import { assetAt } from './assets.js';

@Controller('assets')
export class AssetsController {
  @Public()
  @Get(':file')
  file(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const asset = assetAt(file);
    if (!asset) throw new NotFoundException();
    const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? asset.brotli : undefined;
    if (packed) reply.header('content-encoding', 'br');
    void reply
      .header('content-type', asset.type)
      .header('vary', 'Accept-Encoding')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(packed ?? asset.bytes);
  }
}
