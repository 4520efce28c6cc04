// The outlines of the world as `scripts/prepare-map.mjs` drew them, and the register of areas that are drawn by rule.
import { readFileSync } from 'node:fs';
import type { Language } from '../words/language.js';

export interface World {
  readonly width: number;
  readonly height: number;
  /** Path data of all land but Antarctica, without borders. */
  readonly land: string;
  /** Path data by alpha-3 code, without contested areas. */
  readonly areas: Readonly<Record<string, string>>;
  /** Path data by the id of a contested area. */
  readonly contested: Readonly<Record<string, string>>;
  /** Codes whose area is too small to be seen, or not there at all. */
  readonly small: readonly string[];
  /** By code: where its mark stands. */
  readonly places: Readonly<Record<string, readonly [x: number, y: number]>>;
}

/** An area whose borders or belonging are disputed, and how it is drawn for that reason. */
export interface ContestedArea {
  readonly id: string;
  readonly names: Readonly<Record<Language, string>>;
  readonly drawn:
    | { readonly as: 'part'; readonly of: string; readonly names: Readonly<Record<Language, string>> }
    | { readonly as: 'own'; readonly of: string }
    | { readonly as: 'hatched' }
    | { readonly as: 'neutral' };
  readonly reason: Readonly<Record<Language, string>>;
}

const asset = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../assets/map/${name}`, import.meta.url), 'utf8'));

export const WORLD = asset('world.json') as World;
export const CONTESTED_AREAS = asset('contested-areas.json') as readonly ContestedArea[];
