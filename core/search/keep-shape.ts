/**
 * Keeps one object of a class whose objects live no longer than one search. V8 forgets the shape of objects of which none is
 * left when it collects garbage, and throws away the machine code that was made for them: after every pause in typing, searching
 * would begin slowly again.
 * @param among those that are kept, by class: for as long as whatever the object itself holds.
 */
export function keepShape(object: object, among: Map<unknown, object> = keptForEver): void {
  if (!among.has(object.constructor)) among.set(object.constructor, object);
}

const keptForEver = new Map<unknown, object>();
