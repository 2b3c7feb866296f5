import type { QueryNode } from './query.ts';

// Keeps the promises of query.ts: every AllNode holds something positive once it is inside another node, an AnyNode only
// positive parts, and a NotNode stands only in an AllNode.

/** Whether a node says only what must not be. */
export function holdsNothingPositive(node: QueryNode): boolean {
  return node.type === 'not' || (node.type === 'all' && node.nodes.every(holdsNothingPositive));
}

/** All of one or more nodes. */
export function conjoin(nodes: readonly QueryNode[]): QueryNode {
  // "a (-b -c)" says the same as "a -b -c".
  const parts = nodes.flatMap((node) =>
    node.type === 'all' && holdsNothingPositive(node) ? node.nodes : [node],
  );
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { type: 'all', nodes: parts };
}

/** Any of one or more nodes, each with something positive. */
export function disjoin(nodes: readonly QueryNode[]): QueryNode {
  const [first] = nodes;
  return nodes.length === 1 && first !== undefined ? first : { type: 'any', nodes };
}

/** The opposite of a node. */
export function negate(node: QueryNode): QueryNode {
  if (node.type === 'not') return node.node;
  // Neither this nor that is not so: this or that is.
  if (node.type === 'all' && holdsNothingPositive(node)) return disjoin(node.nodes.map(negate));
  return { type: 'not', node };
}
