package org.gfpaudit.reports.series;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Headers and paragraphs of a mail, in characters that are bytes. */
final class MailText {
  /** The kernel asks for log lines of at most 75 columns. */
  static final int COLUMNS = 72;

  private static final Pattern NO_PROSE =
      Pattern.compile("---|diff -|Index: |From |[A-Z][A-Za-z-]*-by:");

  /** Words of RFC 5322, and an encoded word of RFC 2047. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~. -]*");

  private final StringBuilder text = new StringBuilder();

  /** What {@code git am} knows a mail by. */
  MailText start() {
    text.append("From ").append("0".repeat(40)).append(" Mon Sep 17 00:00:00 2001\n");
    return this;
  }

  MailText header(String name, String value) {
    if (!value.isEmpty()) {
      text.append(name).append(": ").append(encoded(value)).append('\n');
    }
    return this;
  }

  /** A header with one address to a line. */
  MailText addresses(String name, List<String> addresses) {
    if (!addresses.isEmpty()) {
      text.append(name).append(": ");
      text.append(String.join(",\n\t", addresses.stream().map(MailText::encodedAddress).toList()));
      text.append('\n');
    }
    return this;
  }

  /** A wrapped paragraph and an empty line behind it. */
  MailText paragraph(String words) {
    wrap(words, "", "").forEach(line -> text.append(harmless(line)).append('\n'));
    return blank();
  }

  /** Lines that belong together, each wrapped on its own and indented further where it goes on. */
  MailText items(List<String> items) {
    items.forEach(item -> item("  ", item));
    return blank();
  }

  /** A line, wrapped and indented further where it goes on. */
  MailText item(String indent, String words) {
    wrap(words, indent, indent + "    ").forEach(line -> text.append(line).append('\n'));
    return this;
  }

  MailText line(String line) {
    text.append(line).append('\n');
    return this;
  }

  MailText blank() {
    text.append('\n');
    return this;
  }

  /** Appends text as it is. */
  MailText raw(String more) {
    text.append(more);
    return this;
  }

  /** What {@code git format-patch} ends a mail with. */
  String end(String signature) {
    return text.append("-- \n").append(signature).append("\n\n").toString();
  }

  /** What came from the source must not end the message, nor sign it. */
  private static String harmless(String line) {
    return NO_PROSE.matcher(line).lookingAt() ? " " + line : line;
  }

  private static List<String> wrap(String words, String first, String further) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean isEmpty = true;
    for (String word :
        words.replaceAll("[\\x00-\\x1f\\x7f]+", " ").stripTrailing().split(" +", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(further);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    lines.add(line.toString());
    return lines;
  }

  private static String encodedAddress(String address) {
    int at = address.lastIndexOf(" <");
    return at < 0
        ? withoutControls(address)
        : quoted(encoded(address.substring(0, at))) + withoutControls(address.substring(at));
  }

  /** A name with a comma or another special character of RFC 5322 is no name without quotes. */
  private static String quoted(String name) {
    return PLAIN_NAME.matcher(name).matches()
        ? name
        : '"' + name.replaceAll("^\"(.*)\"$", "$1").replaceAll("[\\\\\"]", "\\\\$0") + '"';
  }

  /**
   * A line of a header in text, not bytes: the words before an address, or all of it.
   *
   * @param isProse whether there is no address in it
   */
  static String encodedHeader(String line, boolean isProse) {
    String bytes = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    if (isProse) {
      return encoded(bytes);
    }
    String indent = bytes.startsWith(" ") ? " " : "";
    return indent + encodedAddress(bytes.strip());
  }

  /** RFC 2047 where a character is not plain; line breaks and controls never reach a header. */
  private static String encoded(String value) {
    String plain = withoutControls(value);
    if (plain.chars().allMatch(c -> c < 0x80)) {
      return plain;
    }
    byte[] bytes = plain.getBytes(StandardCharsets.ISO_8859_1);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }

  private static String withoutControls(String value) {
    return value.replaceAll("[\\x00-\\x1f\\x7f]", " ");
  }

  /** A file name that {@code git format-patch} would make of a subject. */
  static String fileName(int number, String subject) {
    String slug =
        subject.replace("'", "").replaceAll("[^A-Za-z0-9_.]+", "-").replaceAll("\\.{2,}", ".");
    slug = slug.replaceAll("^-|[-.]+$", "");
    return String.format(
        Locale.ROOT, "%04d-%s.patch", number, slug.substring(0, Math.min(slug.length(), 52)));
  }
}
