package org.gfpaudit.grammar.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContentKeyTest {
  private static byte[] counting(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  /** From vectors_sip128 of the authors' reference implementation, github.com/veorq/SipHash. */
  @ParameterizedTest
  @CsvSource({
    "0, a3817f04ba25a8e66df67214c7550293",
    "1, da87c1d86b99af44347659119b22fc45",
    "2, 8177228da4a45dc7fca38bdef60affe4",
    "7, a1f1ebbed8dbc153c0b84aa61ff08239",
    "8, 3b62a9ba6258f5610f83e264f31497b4",
    "15, 5493e99933b0a8117e08ec0f97cfc3d9",
    "63, 5150d1772f50834a503e069a973fbd7c"
  })
  void theHashIsThePublishedOne(int length, String expected) {
    SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
    byte[] text = counting(length);
    ByteBuffer words = ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN);
    while (words.remaining() >= Long.BYTES) {
      hash.word(words.getLong());
    }
    ContentMark mark = hash.finish(text, words.position(), length, length);
    byte[] found =
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(mark.a())
            .putLong(mark.b())
            .array();
    assertEquals(expected, HexFormat.of().formatHex(found));
  }

  @Test
  void everyByteOfAContentCounts() {
    ContentKey key = new ContentKey(counting(16));
    byte[] text = new byte[3000];
    new Random(1).nextBytes(text);
    Set<ContentMark> marks = new HashSet<>();
    marks.add(key.mark(text, 0, text.length));
    for (int i = 0; i < text.length; i++) {
      for (int bit : new int[] {1, 0x80}) {
        text[i] ^= (byte) bit;
        assertTrue(marks.add(key.mark(text, 0, text.length)), "byte " + i);
        text[i] ^= (byte) bit;
      }
    }
  }

  @Test
  void everyLengthOfNothingIsAnother() {
    ContentKey key = new ContentKey(counting(16));
    Set<ContentMark> marks = new HashSet<>();
    for (int length = 0; length < 4200; length++) {
      assertTrue(marks.add(key.mark(new byte[length], 0, length)), "length " + length);
    }
  }

  @Test
  void partsThatChangePlacesAreSeen() {
    ContentKey key = new ContentKey(counting(16));
    byte[] text = new byte[4096];
    new Random(2).nextBytes(text);
    ContentMark mark = key.mark(text, 0, text.length);
    for (int size : new int[] {4, 8, 16, 1024}) {
      byte[] swapped = text.clone();
      System.arraycopy(text, 0, swapped, size, size);
      System.arraycopy(text, size, swapped, 0, size);
      assertNotEquals(mark, key.mark(swapped, 0, swapped.length), size + " bytes");
    }
  }

  @Test
  void whereAContentLiesDoesNotMatter() {
    ContentKey key = ContentKey.random();
    byte[] text = counting(2500);
    byte[] among = new byte[4000];
    System.arraycopy(text, 0, among, 77, text.length);
    assertEquals(key.mark(text, 0, text.length), key.mark(among, 77, text.length));
  }

  @Test
  void everySecretGivesOtherMarks() {
    byte[] text = counting(2500);
    byte[] secret = counting(16);
    ContentMark mark = new ContentKey(secret).mark(text, 0, text.length);
    assertEquals(mark, new ContentKey(secret).mark(text, 0, text.length));
    secret[15] ^= 1;
    assertNotEquals(mark, new ContentKey(secret).mark(text, 0, text.length));
    assertNotEquals(ContentKey.random().mark(text, 0, 9), ContentKey.random().mark(text, 0, 9));
    assertThrows(IllegalArgumentException.class, () -> new ContentKey(new byte[8]));
  }
}
