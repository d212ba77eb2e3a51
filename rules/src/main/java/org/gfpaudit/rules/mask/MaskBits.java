package org.gfpaudit.rules.mask;

import java.util.List;

/**
 * Which bits matter to a verdict, whatever a tree composes from them.
 *
 * @param fs {@code __GFP_FS}: reclaim may call into file systems
 * @param io {@code __GFP_IO}: reclaim may start I/O
 * @param directReclaim the caller itself may reclaim: {@code __GFP_DIRECT_RECLAIM}; until 4.3
 *     {@code __GFP_WAIT}
 * @param reclaim direct reclaim and waking kswapd
 */
public record MaskBits(Bits fs, Bits io, Bits directReclaim, Bits reclaim) {

  /** The bits as {@code names} numbers them. */
  public static MaskBits of(BitNames names) {
    Bits direct = names.bits(List.of("___GFP_DIRECT_RECLAIM", "___GFP_WAIT"));
    return new MaskBits(
        names.bit("___GFP_FS"),
        names.bit("___GFP_IO"),
        direct,
        direct.or(names.bit("___GFP_KSWAPD_RECLAIM")));
  }

  /** FS and IO: the bits by which reclaim can come back to the caller. */
  public Bits fsOrIo() {
    return fs.or(io);
  }
}
