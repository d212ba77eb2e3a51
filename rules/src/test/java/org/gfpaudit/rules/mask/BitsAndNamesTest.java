package org.gfpaudit.rules.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BitsAndNamesTest {

  @Test
  void complementIsCofinite() {
    Bits fs = Bits.of(0);
    assertTrue(fs.complement().isCofinite());
    assertFalse(fs.isCofinite());
    assertEquals(fs, fs.complement().complement());
    assertEquals(Bits.ALL, Bits.NONE.complement());
    assertEquals("~0x1", fs.complement().toString());
    assertEquals("0x1", fs.toString());
    assertTrue(Bits.ALL.containsAll(fs.complement()));
    assertFalse(fs.containsAll(Bits.ALL));
    assertThrows(IllegalArgumentException.class, () -> Bits.of(64));
    assertThrows(IllegalArgumentException.class, () -> Bits.of(-1));
  }

  @Test
  void twoAndThreeUnderscoresAreOneAtom() {
    BitNames names = BitNames.forGfp();
    assertEquals(names.bit("___GFP_FS"), names.bit("__GFP_FS"));
    assertEquals(List.of("__GFP_FS"), names.names(names.bit("___GFP_FS")));
    assertNotEquals(names.bit("__GFP_FS"), names.bit("__GFP_IO"));
  }

  @Test
  void namesDoNotDependOnTheOrderOfFirstUse() {
    List<String> own = List.of("___GFP_ZZZ", "___GFP_AAA", "___GFP_MMM");
    BitNames forward = BitNames.forGfp();
    BitNames backward = BitNames.forGfp();
    own.forEach(forward::bit);
    List<String> reversed = new ArrayList<>(own);
    Collections.reverse(reversed);
    reversed.forEach(backward::bit);
    assertEquals(forward.names(forward.bits(own)), backward.names(backward.bits(own)));
  }

  @Test
  void namesPastTheCapacityShareTheRest() {
    BitNames names = BitNames.forGfp();
    List<String> many = IntStream.range(0, 100).mapToObj(i -> "___GFP_X" + i).toList();
    Bits all = names.bits(many);
    assertTrue(all.isCofinite());
    assertEquals(Bits.of(Bits.REST), names.bit("___GFP_X99"));
    assertFalse(all.intersects(names.bit("__GFP_FS")));
    assertFalse(names.bit("___GFP_X0").isCofinite());
  }

  @Test
  void asManyNamesAsTheCapacityCanBeToldApart() {
    BitNames names = BitNames.forGfp();
    int known = names.names(Bits.ALL).size();
    for (int i = known; i < BitNames.CAPACITY; i++) {
      assertFalse(names.bit("___GFP_X" + i).isCofinite());
    }
    assertEquals(BitNames.CAPACITY, names.names(Bits.ALL).size());
    assertTrue(names.bit("___GFP_ONE_MORE").isCofinite());
  }

  @Test
  void bitsWithoutANameAreLeftOut() {
    BitNames names = BitNames.forGfp();
    assertEquals("__GFP_FS", names.names(Bits.ALL).get(0));
    assertFalse(names.names(Bits.ALL).contains("___GFP_FS"));
    assertEquals(List.of(), names.names(Bits.of(Bits.REST)));
    assertEquals("~__GFP_FS", names.text(names.bit("__GFP_FS").complement()));
  }

  @Test
  void ofNamesThatCoverAlikeTheFirstIsWritten() {
    BitNames names = BitNames.forGfp();
    Bits both = names.bits(List.of("__GFP_FS", "__GFP_IO"));
    names.compose("GFP_SECOND", both);
    names.compose("GFP_FIRST", both);
    names.compose("GFP_NEVER", both.complement());
    assertEquals("GFP_FIRST", names.text(both));
    assertEquals("~GFP_FIRST", names.text(both.complement()));
  }

  @Test
  void textPrefersLargeComposedNames() {
    BitNames names = BitNames.forGfp();
    Bits nofs = names.bits(List.of("__GFP_IO", "__GFP_DIRECT_RECLAIM", "__GFP_KSWAPD_RECLAIM"));
    Bits kernel = nofs.or(names.bit("__GFP_FS"));
    names.compose("GFP_A_SMALL_ONE", nofs.without(names.bit("__GFP_IO")));
    names.compose("GFP_NOFS", nofs);
    names.compose("GFP_KERNEL", kernel);
    names.compose("__GFP_FS_ALIAS", names.bit("__GFP_FS"));
    assertEquals("GFP_KERNEL", names.text(kernel));
    assertEquals("GFP_KERNEL|__GFP_NOWARN", names.text(kernel.or(names.bit("__GFP_NOWARN"))));
    assertEquals("__GFP_FS", names.text(names.bit("__GFP_FS")));
    assertEquals("~GFP_NOFS", names.text(nofs.complement()));
    assertEquals("0", names.text(Bits.NONE));
    assertEquals("~0", names.text(Bits.ALL));
  }

  @Test
  void theBitsOfAVerdictAreAmongTheFirst() {
    BitNames names = BitNames.forGfp();
    MaskBits bits = MaskBits.of(names);
    assertEquals(List.of("__GFP_FS", "__GFP_IO"), names.names(bits.fsOrIo()));
    assertEquals(List.of("__GFP_DIRECT_RECLAIM", "__GFP_WAIT"), names.names(bits.directReclaim()));
    assertEquals(
        List.of("__GFP_DIRECT_RECLAIM", "__GFP_KSWAPD_RECLAIM", "__GFP_WAIT"),
        names.names(bits.reclaim()));
  }

  @Test
  void scopesClearMoreAsTheyGetWider() {
    MaskBits bits = MaskBits.of(BitNames.forGfp());
    assertEquals(Bits.NONE, Scope.NONE.cleared(bits));
    assertEquals(bits.fs(), Scope.NOFS.cleared(bits));
    assertEquals(bits.fsOrIo(), Scope.NOIO.cleared(bits));
  }
}
