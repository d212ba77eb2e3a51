package org.gfpaudit.analyzer.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.gfpaudit.rules.review.MailHeaders;

/** The mails of a file. */
public final class Mailbox {
  /** As {@code git mailsplit} knows them: a date with a time and a year stands at the end. */
  private static final Pattern FROM_LINE =
      Pattern.compile("(?m)^From [^\\n]{0,99}\\d:\\d\\d[^\\n]{0,20} \\d{4}[^\\n]{0,20}\\n");

  private static final Pattern HEADER =
      Pattern.compile("(?s)(?!Index:)[A-Za-z][A-Za-z0-9-]{0,99}:.*");

  private Mailbox() {}

  /**
   * The mails in {@code content}, in its order. One file may hold one mail, many, or a diff.
   *
   * @param source what people call the file
   * @param mostBytes of what a compressed file holds
   * @throws PatchException if it is compressed and broken, or too long
   */
  public static List<Mail> read(String source, byte[] content, int mostBytes)
      throws PatchException {
    String text = new String(plain(content, mostBytes), StandardCharsets.ISO_8859_1);
    Matcher from = FROM_LINE.matcher(text);
    if (!from.lookingAt()) {
      return List.of(single(source, text));
    }
    // A line in a message is the start of another one only where headers follow.
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    starts.add(from.end());
    while (from.find()) {
      if (isHeader(text, from.end())) {
        ends.add(from.start());
        starts.add(from.end());
      }
    }
    ends.add(text.length());
    List<Mail> mails = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      mails.add(single(source, text.substring(starts.get(i), ends.get(i))));
    }
    return mails;
  }

  private static Mail single(String source, String text) {
    if (!isHeader(text, 0)) {
      return new Mail(source, MailHeaders.NONE, withLineFeeds(text));
    }
    MailParser.Parsed parsed = MailParser.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    return new Mail(source, parsed.headers(), withLineFeeds(parsed.body()));
  }

  private static boolean isHeader(String text, int at) {
    int end = text.indexOf('\n', at);
    String line = text.substring(at, end < 0 ? text.length() : end);
    return HEADER.matcher(line).matches();
  }

  /** Without the line ends of the transport: a file whose every line ends in CR LF has none. */
  private static String withLineFeeds(String text) {
    int lineFeeds = count(text, "\n");
    return lineFeeds > 0 && lineFeeds == count(text, "\r\n") ? text.replace("\r\n", "\n") : text;
  }

  private static int count(String text, String what) {
    int count = 0;
    for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length())) {
      count++;
    }
    return count;
  }

  /** The content of a file that {@code gzip} may have packed, as archives do. */
  private static byte[] plain(byte[] content, int mostBytes) throws PatchException {
    if (content.length < 2 || (content[0] & 0xff) != 0x1f || (content[1] & 0xff) != 0x8b) {
      return content;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      byte[] unpacked = in.readNBytes(mostBytes + 1);
      if (unpacked.length > mostBytes) {
        throw new PatchException("is too large when unpacked");
      }
      return unpacked;
    } catch (IOException e) {
      throw new PatchException("cannot be unpacked: " + e.getMessage());
    }
  }
}
