package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --patch} takes: files, mailboxes, maildirs and directories of patches. */
class PatchInputsTest {
  private static final String DIFF = "--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b\n";

  @TempDir Path directory;

  @BeforeEach
  void makeTheDirectories() throws IOException {
    for (String each : List.of("mail/cur", "mail/new", "mail/tmp", "patches", "empty")) {
      Files.createDirectories(directory.resolve(each));
    }
  }

  private void write(String file, String subject) throws IOException {
    Files.writeString(directory.resolve(file), "Subject: " + subject + "\n\n" + DIFF);
  }

  private List<String> subjects(String... names) throws UsageException {
    return PatchInputs.mails(List.of(names), directory).stream()
        .map(mail -> mail.headers().subject())
        .toList();
  }

  private String mistake(String... names) {
    UsageException mistake =
        assertThrows(UsageException.class, () -> PatchInputs.mails(List.of(names), directory));
    return String.valueOf(mistake.getMessage());
  }

  @Test
  void aMaildirHasItsMailsInNewAndCur() throws IOException, UsageException {
    write("mail/cur/1700000002.M2.host:2,S", "[PATCH 2/2] two");
    write("mail/new/1700000003.M3.host", "[PATCH] three");
    write("mail/cur/1700000001.M1.host:2,", "[PATCH 1/2] one");
    write("mail/tmp/1700000004.M4.host", "not delivered yet");
    assertEquals(List.of("[PATCH 1/2] one", "[PATCH 2/2] two", "[PATCH] three"), subjects("mail"));
  }

  @Test
  void aDirectoryHasItsPatchesByName() throws IOException, UsageException {
    write("patches/0002-b.patch", "[PATCH 2/2] b");
    write("patches/0001-a.patch", "[PATCH 1/2] a");
    write("patches/README", "no patch");
    assertEquals(List.of("[PATCH 1/2] a", "[PATCH 2/2] b"), subjects("patches"));
  }

  @Test
  void namesAreTakenInTheirOrder() throws IOException, UsageException {
    write("b.patch", "b");
    write("patches/a.patch", "a");
    assertEquals(List.of("b", "a"), subjects("b.patch", "patches"));
  }

  @Test
  void mistakesAreSaid() {
    assertTrue(mistake("nothing.patch").contains("no such file or directory: 'nothing.patch'"));
    assertTrue(mistake("empty").contains("is no maildir and has no patches"));
    assertTrue(mistake("-", "-").contains("can be read once only"));
  }
}
