package org.gfpaudit.analyzer.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gfpaudit.rules.review.MailHeaders;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private static final int MOST_BYTES = 1 << 16;
  private static final String DIFF = "--- a/f.c\n+++ b/f.c\n@@ -1,1 +1,1 @@\n-a\n+b\n";

  private static List<Mail> read(String text) throws PatchException {
    return Mailbox.read("file", text.getBytes(StandardCharsets.UTF_8), MOST_BYTES);
  }

  private static String subjects(List<Mail> mails) {
    return mails.stream().map(mail -> mail.headers().subject()).collect(Collectors.joining("|"));
  }

  @Test
  void aDiffAloneIsAMailWithoutHeaders() throws PatchException {
    assertEquals(List.of(new Mail("file", MailHeaders.NONE, DIFF)), read(DIFF));
    assertEquals(MailHeaders.NONE, read("Index: f.c\n" + DIFF).get(0).headers());
  }

  @Test
  void aMailboxIsCutWhereHeadersFollow() throws PatchException {
    String from = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";
    List<Mail> mails =
        read(
            from
                + "Subject: a\n\nFrom here on 10:00 in 2024 it is prose.\n"
                + from
                + "Subject: b\n\n");
    assertEquals("a|b", subjects(mails));
    assertTrue(mails.get(0).body().contains("it is prose"));
  }

  @Test
  void encodedBodiesAndHeadersAreDecoded() throws PatchException {
    String body =
        Base64.getMimeEncoder()
            .encodeToString(DIFF.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    List<Mail> mails =
        read(
            "Subject: [PATCH] =?UTF-8?B?w6TDtg==?=\r\n =?utf-8?q?=C3=BC?=\r\n"
                + "References: <a@x>\r\n\t<b@x>\r\nMessage-ID: <c@x>\r\nTo: x@x\r\nCc: y@y\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + body);
    MailHeaders headers = mails.get(0).headers();
    assertEquals("[PATCH] äöü", headers.subject());
    assertEquals("<a@x> <b@x>", headers.references());
    assertEquals("x@x, y@y", headers.recipients());
    assertEquals(DIFF, mails.get(0).body());
  }

  @Test
  void textPartsCountAndPagesDoNot() throws PatchException {
    List<Mail> mails =
        read(
            "Subject: s\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
                + "Content-Type: text/html\n\n<p>--- a/no</p>\n--x\n"
                + "Content-Type: text/x-patch; name=a.patch\n\n"
                + DIFF
                + "\n--x--\n");
    assertFalse(mails.get(0).body().contains("<p>"));
    assertTrue(mails.get(0).hasDiff());
  }

  @Test
  void packedFilesAreUnpackedUpToABound() throws PatchException, IOException {
    assertEquals(DIFF, Mailbox.read("f", packed(DIFF), MOST_BYTES).get(0).body());
    byte[] bomb = packed("a".repeat(MOST_BYTES + 1));
    assertThrows(PatchException.class, () -> Mailbox.read("f", bomb, MOST_BYTES));
    byte[] broken = {0x1f, (byte) 0x8b, 1, 2, 3};
    assertThrows(PatchException.class, () -> Mailbox.read("f", broken, MOST_BYTES));
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void seriesAreSortedAndOlderVersionsLeftOut() throws PatchException {
    String mbox =
        Stream.of(
                mail("[PATCH 2/2] two", "<2@x>", "<0@x>", true),
                mail("[PATCH 0/2] cover", "<0@x>", "", false),
                mail("Re: [PATCH 1/2] one", "<r@x>", "<0@x> <1@x>", true),
                mail("[PATCH 1/2] one", "<1@x>", "<0@x>", true),
                mail("[PATCH v2 1/2] one", "<21@x>", "<20@x>", true),
                mail("[PATCH v2 2/2] two", "<22@x>", "<20@x>", true),
                mail("[RFC PATCHv3] alone", "<30@x>", "", true),
                mail("chatter", "<40@x>", "", false))
            .collect(Collectors.joining());
    Series series = Series.of(read(mbox));
    assertEquals(
        List.of("1/2 one", "2/2 two", " alone"),
        series.patches().stream()
            .map(entry -> entry.patch().number() + " " + entry.patch().title())
            .toList());
    assertEquals(List.of("version 1 of 'one' is left out: version 2 is here"), series.remarks());
  }

  /** What has nothing to do with one another is not stacked; plain patches without ids are. */
  @Test
  void aSeriesIsWhatAnswersOneMail() throws PatchException {
    String mbox =
        Stream.of(
                mail("[PATCH] alone", "<1@x>", "", true),
                mail("[PATCH 1/2] one", "<11@x>", "<10@x>", true),
                mail("[PATCH] another", "<3@x>", "", true),
                mail("[PATCH 2/2] two", "<12@x>", "<10@x>", true),
                mail("[PATCH 1/2] other", "<21@x>", "<20@x>", true))
            .collect(Collectors.joining());
    assertEquals(
        List.of(List.of("alone"), List.of("one", "two"), List.of("another"), List.of("other")),
        titles(Series.of(read(mbox))));
    String plain = "Subject: [PATCH] %s\n\n" + DIFF;
    List<Mail> files = new ArrayList<>(read(plain.formatted("first")));
    files.addAll(read(plain.formatted("second")));
    assertEquals(List.of(List.of("first", "second")), titles(Series.of(files)));
  }

  private static List<List<String>> titles(Series series) {
    return series.all().stream()
        .map(each -> each.stream().map(entry -> entry.patch().title()).toList())
        .toList();
  }

  @Test
  void anIncompleteSeriesIsSaid() throws PatchException {
    Series series = Series.of(read(mail("[PATCH 2/3] two", "<2@x>", "", true)));
    assertEquals(
        List.of("of the 3 patches of the series of 'two' only 1 is here"), series.remarks());
  }

  private static String mail(String subject, String id, String references, boolean hasDiff) {
    return "From mboxrd@z Thu Jan  1 00:00:00 1970\nSubject: "
        + subject
        + "\nMessage-ID: "
        + id
        + "\n"
        + (references.isEmpty() ? "" : "References: " + references + "\n")
        + "\n"
        + (hasDiff ? DIFF : "words\n")
        + "\n";
  }

  @Test
  void hostileBytesEndInMailsOrInAnError() {
    Random random = new Random(16);
    String seed =
        "From a Thu Jan  1 00:00:00 1970\nSubject: =?UTF-8?B?w6T?=\n"
            + "Content-Type: multipart/x; boundary=b\n\n--b\n"
            + DIFF;
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
      for (int k = random.nextInt(12); k >= 0; k--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        for (Series.Entry entry : Series.of(Mailbox.read("f", bytes, MOST_BYTES)).patches()) {
          PatchReader.read(entry.text());
        }
      } catch (PatchException e) {
        assertFalse(String.valueOf(e.getMessage()).isEmpty());
      }
    }
  }
}
