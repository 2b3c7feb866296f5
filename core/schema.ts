import * as z from 'zod';

// zod compiles validators with `new Function` where it may; the renderer's CSP forbids it and would report the attempt.
z.config({ jitless: true });

export { z };
