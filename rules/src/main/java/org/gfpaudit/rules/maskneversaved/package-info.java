/**
 * A mapping's mask is restored from where none was saved
 *
 * <p>Rule {@code mask-never-saved}, level warning. A setter hands a mapping the value of a field to
 * which no code in the tree assigns anything, by name or by initialiser.
 *
 * <p>Why it hurts: the field holds whatever its structure was allocated with. A mask of 0 has no
 * reclaim bit: allocations that ask the mapping fail under any pressure. The zoned loop driver of
 * 7.2 restores the mask of its backing files so.
 *
 * <p>Nothing is said of a field whose address is taken, or whose struct cannot be told. Not seen: a
 * whole structure that is copied. Example: {@code fields.c}.
 */
package org.gfpaudit.rules.maskneversaved;
