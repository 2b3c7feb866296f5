import { transformAsync } from '@babel/core';
import reactCompiler from 'babel-plugin-react-compiler';
import type { Plugin } from 'vite';

/** Nothing else is a component or a hook. */
const NAMED_SO = /\b(?:function|const) (?:[A-Z][a-z]|use[A-Z])/;

/**
 * Has the React Compiler memoize the components and hooks of the page. One that breaks a rule of
 * React, or is written in a way the compiler does not know, ends the build: skipped in silence, it would be slow.
 */
export function compileComponents(): Plugin {
  return {
    name: 'duizhao:react-compiler',
    enforce: 'pre',
    transform: {
      filter: { id: /\/renderer\/.*\.tsx?$/, code: NAMED_SO },
      handler: async (code, id) => {
        const compiled = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          parserOpts: { plugins: ['typescript', 'jsx'] },
          plugins: [[reactCompiler, { panicThreshold: 'all_errors' }]],
        });
        return compiled?.code ?? null;
      },
    },
  };
}
