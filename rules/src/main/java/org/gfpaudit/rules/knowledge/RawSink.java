package org.gfpaudit.rules.knowledge;

/**
 * A function that allocates memory which the kernel itself addresses: a mask with {@code
 * __GFP_HIGHMEM} is an error there.
 *
 * @param mask the argument that is the mask
 * @param memory what it allocates, for the reader: {@code "slab"}
 * @param isCertain whether a call always allocates, or only where something is missing
 */
public record RawSink(
    String name,
    ArgumentPosition mask,
    String memory,
    boolean isCertain,
    VersionRange versions,
    String origin)
    implements Row {}
