import { fieldNamed, readFilter, type QueryField } from './query-fields.ts';
import { keepShape } from './keep-shape.ts';
import { conjoin, disjoin, holdsNothingPositive, negate } from './query-logic.ts';
import { QueryScanner } from './query-scanner.ts';
import type { FieldFilter, ParsedQuery, QueryNames, QueryNode, TermNode } from './query.ts';
import { readTerm, TERM_START } from './read-term.ts';

const FIELD = /([a-z][a-z-]*):/y;
const DASHES = /[-−]+/uy;
// A dash negates at the beginning of a word only (or after a field's name); elsewhere it is punctuation.
const BEFORE_NEGATION = /[\s([{|&]/u;
const STARTS_TERM = new RegExp(`[${TERM_START}(\\-−]`, 'uy');
const OPENING = '(';
const CLOSING = ')';
const DASH_CHARACTERS = '-−';
const ARROW = /\s*(?:→|⟶|⇒|[-−=]+>)\s*/uy;
// Words in capitals are operators; "and", "or", "not" and "near" are words like any other.
const KEYWORD_END = "(?![\\p{L}\\p{N}\\p{M}*~:'’\\-/._@])";
const AND = { starts: '&a', pattern: new RegExp(`&+|and${KEYWORD_END}`, 'uy') };
const OR = { starts: '|o', pattern: new RegExp(`\\|+|or${KEYWORD_END}`, 'uy') };
const NOT = { starts: 'n', pattern: new RegExp(`not${KEYWORD_END}`, 'uy') };
const NEAR = { starts: 'n', pattern: new RegExp(`near(?:/\\d{1,4})?${KEYWORD_END}`, 'uy') };
const DIGITS = /\d+/;
const IN_CAPITALS = /^\P{Ll}*$/u;
const NO_PART_OF_NAME = /["“”„「」『』«»*~]/gu;

/** How many words may stand between two terms where NEAR does not say. */
export const DEFAULT_DISTANCE = 10;

/** Deeper parentheses are punctuation: nobody means them, and reading them must not exhaust the stack. */
const MAX_DEPTH = 40;

const NO_NAMES: QueryNames = { languages: [], colors: {} };

/** An operator, and what it may begin with, by which most characters are seen to be none. */
interface Operator {
  readonly starts: string;
  readonly pattern: RegExp;
}

/** A part of a query and where it stood in the folded text. */
interface Part {
  readonly node: QueryNode;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a query; the grammar is in docs/decisions/0016-query-language.md. Never throws; what it cannot take literally
 * it explains in `problems` and reads in the most sensible way.
 * @param names what the work and its reader call things.
 */
export function parseQuery(text: string, names: Partial<QueryNames> = {}): ParsedQuery {
  return new QueryParser(text, { ...NO_NAMES, ...names }).parse();
}

class QueryParser {
  readonly #scanner: QueryScanner;
  readonly #names: QueryNames;
  /** How many parentheses are open. */
  #depth = 0;

  constructor(text: string, names: QueryNames) {
    this.#scanner = new QueryScanner(text);
    this.#names = names;
    keepShape(this);
  }

  parse(): ParsedQuery {
    const scanner = this.#scanner;
    const node = this.#parseAlternatives(null);
    const { problems } = scanner;
    const end = scanner.text.length;
    if (node !== null && !holdsNothingPositive(node)) {
      return { query: node.type === 'all' ? node : { type: 'all', nodes: [node] }, problems };
    }
    if (node !== null) scanner.report('only-negations', 0, end);
    else if (problems.length === 0 && scanner.text.trim() !== '') scanner.report('nothing-to-find', 0, end);
    return { query: null, problems };
  }

  /** `a b | c`: OR binds less than AND. */
  #parseAlternatives(scope: QueryField | null): QueryNode | null {
    const parts: Part[] = [];
    let isPartMissing = false;
    for (;;) {
      const part = this.#parseConjunction(scope);
      if (part === null) isPartMissing = true;
      else parts.push(part);
      const start = this.#scanner.offset;
      if (!this.#takeOperator(OR)) break;
      if (isPartMissing || this.#isPartOver()) this.#reportOperator(start, this.#scanner.offset);
      isPartMissing = false;
    }
    const [first] = parts;
    if (first === undefined || parts.length === 1) return first?.node ?? null;
    const positive = parts.filter(({ node, start, end }) => {
      const isNegative = holdsNothingPositive(node);
      if (isNegative) this.#scanner.report('only-negations', start, end);
      return !isNegative;
    });
    return positive.length === 0 ? null : disjoin(positive.map(({ node }) => node));
  }

  /** `a b & c`: everything up to an OR, a closing parenthesis or the end. */
  #parseConjunction(scope: QueryField | null): Part | null {
    const nodes: QueryNode[] = [];
    const start = this.#scanner.offset;
    while (!this.#isPartOver()) {
      const operator = this.#scanner.offset;
      if (this.#takeOperator(AND) || this.#takeOperator(NEAR)) {
        const end = this.#scanner.offset;
        if (nodes.length === 0 || this.#isPartOver()) this.#reportOperator(operator, end);
      } else {
        const node = this.#parseNear(scope);
        if (node !== null) nodes.push(node);
      }
    }
    return nodes.length === 0 ? null : { node: conjoin(nodes), start, end: this.#scanner.offset };
  }

  /** `a NEAR/3 b NEAR b`. */
  #parseNear(scope: QueryField | null): QueryNode | null {
    const { offset: start } = this.#scanner;
    const first = this.#parseClause(scope);
    if (first === null) return null;
    const nodes = [first];
    const distances: number[] = [];
    for (;;) {
      const operator = this.#scanner.offset;
      const distance = this.#takeNear();
      if (distance === null) break;
      const next = this.#isPartOver() ? null : this.#parseClause(scope);
      if (next === null) {
        this.#reportOperator(operator, this.#scanner.offset);
        break;
      }
      nodes.push(next);
      distances.push(distance);
    }
    if (distances.length === 0) return first;
    const terms = nodes.map(wordingsOf).filter((wordings) => wordings !== null);
    if (terms.length === nodes.length) return { type: 'near', terms, distances };
    this.#scanner.report('near-without-words', start, this.#scanner.offset);
    return conjoin(nodes);
  }

  #parseClause(scope: QueryField | null): QueryNode | null {
    const scanner = this.#scanner;
    scanner.skipSpaces();
    const start = scanner.offset;
    const isNot = this.#takeOperator(NOT);
    let isExcluded = isNot || this.#takeDash();
    const operatorEnd = scanner.offset;
    const field = this.#takeField();
    if (field !== null) {
      scanner.skipSpaces();
      isExcluded = scanner.take(DASHES) !== null || isExcluded;
    }
    const end = scanner.offset;
    const node =
      field !== null && this.#isKnownFieldNext() && field.field.kind !== 'linked'
        ? 'none'
        : this.#parseOperand(field?.field ?? scope);
    if (node === 'none') {
      if (field !== null) scanner.report('field-without-term', start, end, { field: field.name });
      else if (isNot) this.#reportOperator(start, operatorEnd);
      else if (isExcluded) scanner.report('lone-dash', start, end);
      // Punctuation separates words and is dropped.
      else scanner.skipCharacter();
      return null;
    }
    if (node === 'unusable') return null;
    return isExcluded ? negate(node) : node;
  }

  #parseOperand(scope: QueryField | null): QueryNode | 'none' | 'unusable' {
    if (this.#scanner.next === OPENING && this.#depth < MAX_DEPTH) return this.#parseGroup(scope);
    if (scope?.kind === 'linked') return this.#parseLinked();
    const { offset: start } = this.#scanner;
    const term = readTerm(this.#scanner);
    if (typeof term === 'string') return term;
    if (scope?.kind !== 'units') return { type: 'term', ...term, field: scope };
    const typed = this.#scanner.typed(start, this.#scanner.offset).replaceAll(NO_PART_OF_NAME, '');
    const reading = readFilter(scope.by, term, typed, this.#names);
    if ('filter' in reading) return { type: 'filter', filter: reading.filter };
    this.#scanner.report(reading.problem.code, start, this.#scanner.offset, reading.problem.values);
    return 'unusable';
  }

  #parseGroup(scope: QueryField | null): QueryNode | 'none' | 'unusable' {
    const scanner = this.#scanner;
    const start = scanner.offset;
    scanner.skipCharacter();
    this.#depth += 1;
    const node = this.#parseAlternatives(scope);
    this.#depth -= 1;
    if (scanner.next === CLOSING) scanner.skipCharacter();
    else scanner.report('unclosed-parenthesis', start, start + 1);
    return node ?? 'unusable';
  }

  /** `linked:"主权"→"sovereignty"`, from behind the colon. */
  #parseLinked(): QueryNode | 'none' | 'unusable' {
    const { offset: start } = this.#scanner;
    const from = this.#parseLinkedWords();
    if (typeof from === 'string') return from;
    const to = this.#scanner.take(ARROW) === null ? 'none' : this.#parseLinkedWords();
    if (typeof to !== 'string') return { type: 'linked', from, to };
    this.#scanner.report('linked-incomplete', start, this.#scanner.offset);
    return from;
  }

  #parseLinkedWords(): TermNode | 'none' | 'unusable' {
    const field = this.#takeField()?.field;
    const term = readTerm(this.#scanner);
    return typeof term === 'string' ? term : { type: 'term', ...term, field: languageOf(field) };
  }

  #takeDash(): boolean {
    const scanner = this.#scanner;
    if (!DASH_CHARACTERS.includes(scanner.next)) return false;
    const isAtWordStart = scanner.offset === 0 || BEFORE_NEGATION.test(scanner.previous);
    return isAtWordStart && scanner.take(DASHES) !== null;
  }

  #takeField(): { readonly name: string; readonly field: QueryField } | null {
    const scanner = this.#scanner;
    const start = scanner.offset;
    const name = scanner.take(FIELD)?.slice(0, -1);
    if (name === undefined) return null;
    const typed = scanner.typed(start, start + name.length);
    const field = fieldNamed(name, this.#names.languages);
    if (field !== undefined) return { name: typed, field };
    if (scanner.isNext(STARTS_TERM)) {
      scanner.report('unknown-field', start, scanner.offset, { field: typed });
    }
    // "note that: …" ends a clause of prose, and "http://…" is an address: the name is a word like any other.
    else scanner.offset = start;
    return null;
  }

  #isKnownFieldNext(): boolean {
    const name = this.#scanner.match(FIELD)?.[1];
    return name !== undefined && fieldNamed(name, this.#names.languages) !== undefined;
  }

  /** Goes past an operator, and the spaces around it, if one stands here. */
  #takeOperator({ starts, pattern }: Operator): boolean {
    const scanner = this.#scanner;
    const { offset: before } = scanner;
    scanner.skipSpaces();
    const { offset: start } = scanner;
    const taken = starts.includes(scanner.next) ? scanner.take(pattern) : null;
    if (taken !== null && (!/[a-z]/u.test(taken) || IN_CAPITALS.test(scanner.typed(start, scanner.offset)))) {
      scanner.skipSpaces();
      return true;
    }
    scanner.offset = before;
    return false;
  }

  /** The distance of a NEAR that stands here; null where none does. */
  #takeNear(): number | null {
    const scanner = this.#scanner;
    const { offset: start } = scanner;
    if (!this.#takeOperator(NEAR)) return null;
    const distance = DIGITS.exec(scanner.text.slice(start, scanner.offset))?.[0];
    return distance === undefined ? DEFAULT_DISTANCE : Number(distance);
  }

  /** Whether nothing more of the present conjunction follows. Closing parentheses that were never opened are passed. */
  #isPartOver(): boolean {
    const scanner = this.#scanner;
    for (;;) {
      scanner.skipSpaces();
      if (scanner.isAtEnd) return true;
      if (scanner.next === CLOSING) {
        if (this.#depth > 0) return true;
        this.#reportUnopened();
        continue;
      }
      const { offset } = scanner;
      const isOr = this.#takeOperator(OR);
      scanner.offset = offset;
      return isOr;
    }
  }

  #reportUnopened(): void {
    const scanner = this.#scanner;
    const isKnown = scanner.problems.some(({ code }) => code === 'unopened-parenthesis');
    if (!isKnown) scanner.report('unopened-parenthesis', scanner.offset, scanner.offset + 1);
    scanner.skipCharacter();
  }

  #reportOperator(start: number, end: number): void {
    const operator = this.#scanner.typed(start, end).trim();
    this.#scanner.report('operator-without-term', start, end, { operator });
  }
}

function languageOf(field: QueryField | undefined): FieldFilter | null {
  return field?.kind === 'text' ? field : null;
}

/** The terms any of which a part of NEAR may be; null where it is something else. */
function wordingsOf(node: QueryNode): readonly TermNode[] | null {
  if (node.type === 'term') return [node];
  if (node.type !== 'any') return null;
  const terms = node.nodes.filter((inner) => inner.type === 'term');
  return terms.length === node.nodes.length ? terms : null;
}
