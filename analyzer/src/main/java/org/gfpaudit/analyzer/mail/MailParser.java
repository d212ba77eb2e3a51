package org.gfpaudit.analyzer.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.gfpaudit.rules.review.MailHeaders;

/** Reads one mail: its headers, and what of its parts is text. */
final class MailParser {
  private static final int DEEPEST_PART = 20;
  private static final int MOST_HEADERS = 2_000;

  /** A mail; the body has a character for each byte. */
  record Parsed(MailHeaders headers, String body) {}

  private final Map<String, String> fields = new HashMap<>();
  private final StringBuilder body = new StringBuilder();

  private MailParser() {}

  /** Reads a mail; what of it is malformed is taken for the end of it. */
  static Parsed parse(byte[] mail) {
    MailParser parser = new MailParser();
    try {
      parser.read(mail);
    } catch (MimeException | IOException e) {
      // What was read until then is what there is: a diff that ends too early says so itself.
    }
    return new Parsed(parser.headers(), parser.body.toString());
  }

  private void read(byte[] mail) throws MimeException, IOException {
    MimeTokenStream stream =
        new MimeTokenStream(
            MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(-1)
                .setMaxHeaderCount(MOST_HEADERS)
                .build());
    stream.parse(new ByteArrayInputStream(mail));
    int headers = 0;
    int depth = 0;
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      switch (state) {
        case T_START_HEADER -> headers++;
        case T_START_MULTIPART -> depth++;
        case T_END_MULTIPART -> depth--;
        case T_FIELD -> {
          if (headers == 1) {
            String name = stream.getField().getName().toLowerCase(Locale.ROOT);
            fields.putIfAbsent(name, decoded(String.valueOf(stream.getField().getBody())));
          }
        }
        case T_BODY -> {
          String type = String.valueOf(stream.getBodyDescriptor().getMimeType());
          if (type.startsWith("text/") && !type.equals("text/html")) {
            byte[] part = stream.getDecodedInputStream().readAllBytes();
            append(new String(part, StandardCharsets.ISO_8859_1));
          }
        }
        default -> {}
      }
      if (depth > DEEPEST_PART) {
        return;
      }
    }
  }

  /** Parts begin on lines of their own. */
  private void append(String part) {
    if (body.length() > 0 && body.charAt(body.length() - 1) != '\n') {
      body.append('\n');
    }
    body.append(part);
  }

  private MailHeaders headers() {
    String to = field("to");
    String cc = field("cc");
    String references = field("references");
    return new MailHeaders(
        field("subject"),
        field("from"),
        to + (to.isEmpty() || cc.isEmpty() ? "" : ", ") + cc,
        field("date"),
        field("message-id"),
        references.isEmpty() ? field("in-reply-to") : references);
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** A header as a person reads it, on one line. */
  private static String decoded(String raw) {
    String words = utf8(raw);
    try {
      words = DecoderUtil.decodeEncodedWords(words, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // It names a character set that nobody has, and stays as it was written.
    }
    return words.replaceAll("[\\x00-\\x1f\\x7f]+\\s*", " ").strip();
  }

  /** The text of bytes that stand as characters; as it is where they are no UTF-8. */
  private static String utf8(String raw) {
    if (raw.chars().anyMatch(c -> c > 0xff)) {
      return raw;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return raw;
    }
  }
}
