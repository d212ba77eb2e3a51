package org.gfpaudit.testdata.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gfpaudit.grammar.lex.Lexer;
import org.gfpaudit.grammar.lex.TokenBuffer;

/** Ways to damage a text of C a little, each at places drawn at random. */
enum Damage {
  /** One bit of a byte is another. */
  FLIP,

  /** A token is gone. */
  DELETE,

  /** Two tokens have changed places. */
  SWAP,

  /** A token stands there once more. */
  DUPLICATE,

  /** Two lines have changed places. */
  SWAP_LINES,

  /** A line is gone. */
  DELETE_LINE,

  /** A line stands there once more, elsewhere. */
  DUPLICATE_LINE;

  /** At most so many times in one text. */
  private static final int MOST = 3;

  /** The text damaged once to three times. */
  byte[] done(byte[] text, Random random) {
    byte[] damaged = text;
    int times = 1 + random.nextInt(MOST);
    for (int i = 0; i < times && damaged.length > 0; i++) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  private byte[] once(byte[] text, Random random) {
    if (this == FLIP) {
      byte[] flipped = text.clone();
      flipped[random.nextInt(text.length)] ^= (byte) (1 << random.nextInt(8));
      return flipped;
    }
    boolean isOfLines = this == SWAP_LINES || this == DELETE_LINE || this == DUPLICATE_LINE;
    List<byte[]> parts = isOfLines ? lines(text) : tokens(text);
    // Between tokens stands what is none: every second part of a text is a token.
    int count = isOfLines ? parts.size() : parts.size() / 2;
    if (count == 0) {
      return text;
    }
    int one = position(random.nextInt(count), isOfLines);
    int other = position(random.nextInt(count), isOfLines);
    switch (this) {
      case DELETE, DELETE_LINE -> parts.set(one, new byte[0]);
      case SWAP, SWAP_LINES -> Collections.swap(parts, one, other);
      default -> parts.add(other, parts.get(one));
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream(text.length + 64);
    parts.forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  private static int position(int number, boolean isLine) {
    return isLine ? number : 2 * number + 1;
  }

  /** The text before the first token, the token, the text before the second, and so on. */
  private static List<byte[]> tokens(byte[] text) {
    TokenBuffer tokens = Lexer.lex(text, 0, text.length);
    List<byte[]> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < tokens.count() && tokens.end(i) > tokens.start(i); i++) {
      parts.add(Arrays.copyOfRange(text, from, tokens.start(i)));
      parts.add(Arrays.copyOfRange(text, tokens.start(i), tokens.end(i)));
      from = tokens.end(i);
    }
    parts.add(Arrays.copyOfRange(text, from, text.length));
    return parts;
  }

  private static List<byte[]> lines(byte[] text) {
    String all = new String(text, StandardCharsets.ISO_8859_1);
    List<byte[]> parts = new ArrayList<>();
    for (String line : all.split("(?<=\n)", -1)) {
      parts.add(line.getBytes(StandardCharsets.ISO_8859_1));
    }
    return parts;
  }
}
