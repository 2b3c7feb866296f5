import { describe, expect, it } from 'vitest';
import { INITIAL_GLOSSARY, reduceGlossary } from '../../../../renderer/features/glossary/glossary-state.ts';

describe('the state of the glossary', () => {
  const opened = reduceGlossary(INITIAL_GLOSSARY, { type: 'entry-toggled', id: '3' });

  it('shows the places of one term at a time', () => {
    expect(reduceGlossary(opened, { type: 'entry-toggled', id: '5' }).openId).toBe('5');
  });

  it('closes a term that is toggled again, or closed', () => {
    expect(reduceGlossary(opened, { type: 'entry-toggled', id: '3' }).openId).toBeNull();
    expect(reduceGlossary(opened, { type: 'entry-closed' }).openId).toBeNull();
  });

  it('keeps the open term through filters and orders', () => {
    const filtered = reduceGlossary(opened, { type: 'filter-typed', filter: '合作' });
    expect(reduceGlossary(filtered, { type: 'order-chosen', order: 'pinyin' })).toEqual({
      filter: '合作',
      order: 'pinyin',
      openId: '3',
    });
  });
});
