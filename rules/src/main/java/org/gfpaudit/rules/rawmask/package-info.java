/**
 * A mapping's raw mask reaches slab or bio memory
 *
 * <p>Rule {@code raw-mask}, level error. A mask that can hold the {@code __GFP_HIGHMEM} of a
 * mapping reaches a function that allocates slab, bio, mempool or radix-tree memory, in the same
 * function or through parameters.
 *
 * <p>Why it hurts: the slab allocator stops with a BUG (mm/slub.c). That is how the first fix of
 * 2015 crashed in linux-next.
 *
 * <p>Nothing is said of mappings of block devices, whose mask is {@code GFP_USER}, nor of a mask
 * that is AND-ed with anything that lacks the bit. Not seen: a raw mask that travels through a
 * field. A function that allocates only in rare cases makes it a note. Example: {@code slab.c}.
 */
package org.gfpaudit.rules.rawmask;
