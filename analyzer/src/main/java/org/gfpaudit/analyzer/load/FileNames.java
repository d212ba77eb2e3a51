package org.gfpaudit.analyzer.load;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Names of files, which are bytes, as text: different names are different texts. */
public final class FileNames {
  private FileNames() {}

  /**
   * The bytes of a name or path as UTF-8; where they are none, as ASCII with {@code \xe9} for each
   * other byte. A backslash is {@code \x5c}, so that no name looks like the escape of another.
   */
  public static String of(byte[] name) {
    if (isPlain(name)) {
      return new String(name, StandardCharsets.ISO_8859_1);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
      return text.replace("\\", "\\x5c");
    } catch (CharacterCodingException e) {
      StringBuilder text = new StringBuilder();
      for (byte b : name) {
        if (b >= 0 && b != '\\') {
          text.append((char) b);
        } else {
          text.append(String.format("\\x%02x", b & 0xff));
        }
      }
      return text.toString();
    }
  }

  /** Whether it is ASCII without a backslash: nearly all names are. */
  private static boolean isPlain(byte[] name) {
    for (byte b : name) {
      if (b < 0 || b == '\\') {
        return false;
      }
    }
    return true;
  }
}
