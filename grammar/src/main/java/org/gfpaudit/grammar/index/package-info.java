/**
 * The questions that can be asked of a scanned tree.
 *
 * <p>{@link SourceIndex} is what all later stages know of the files that they do not read:
 * entities, which are the definitions at file scope, the names that their bodies call, the fields
 * that they write, and the initialisers of fields. Entities, names and files are numbers, so that
 * lists of them are arrays of ints. Files and entities have the order of paths and offsets, which
 * depends on nothing else.
 *
 * <p>The index over-approximates and decides nothing: a name that is called may be a macro, a
 * variable or a function of another file. {@code grammar.segment} implements it. Example: {@code
 * callers(nameId("find_or_create_page"))} gives every function and macro whose text calls something
 * of that name.
 */
package org.gfpaudit.grammar.index;
