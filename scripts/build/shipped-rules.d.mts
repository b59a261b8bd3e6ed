import type { Plugin } from 'esbuild';

export const shippedRules: Plugin;
