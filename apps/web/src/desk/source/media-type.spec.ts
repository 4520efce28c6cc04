import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { mediaTypeOf } from './media-type.js';

const of = (text: string, encoding: BufferEncoding = 'utf8') => mediaTypeOf(Buffer.from(text, encoding));

describe('the kind of a file', () => {
  it.each([
    ['%PDF-1.7\n%âãÏÓ', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
    ['<!DOCTYPE html><html><head>', 'text/html'],
    ['  <!-- saved from url=(0022)https://example.org/ -->\n<html lang="ar">', 'text/html'],
    // windows-1256: "مرحبا"
    ['<html><body>\xe3\xd1\xcd\xc8\xc7', 'text/html'],
  ])('is seen by its first bytes: %j', (text, expected) => {
    expect(of(text, 'latin1')).toBe(expected);
  });

  it('is text where it is UTF-8', () => {
    expect(of('قازاقستان قبلت الدعوة\r\n\tفي دافوس')).toBe('text/plain');
    expect(of('\ufeffplain')).toBe('text/plain');
  });

  it.each([
    ['a ZIP archive, such as a DOCX or a bomb', Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1')],
    ['a GZIP archive', gzipSync(Buffer.alloc(100_000))],
    ['a program for Linux', Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1')],
    ['a program for Windows', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
    [
      'an SVG, which may hold scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['an XML document', Buffer.from('<?xml version="1.0"?><svg/>')],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
    ['text in an encoding that it does not name', Buffer.from([0xe3, 0xd1, 0xcd, 0xc8, 0xc7])],
    ['text with NUL in it', Buffer.from('a\0b')],
    ['HTML with NUL in it', Buffer.from('<html>\0<script>')],
    ['a RIFF that is no WebP', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')],
  ])('is none of those that are kept for %s', (_, bytes) => {
    expect(mediaTypeOf(bytes)).toBeUndefined();
  });
});
