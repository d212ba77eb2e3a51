package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.diagnose.Diagnosing;
import org.gfpaudit.analyzer.mail.Mail;
import org.gfpaudit.analyzer.mail.Mailbox;
import org.gfpaudit.analyzer.mail.PatchException;
import org.gfpaudit.analyzer.splat.Halves;
import org.gfpaudit.analyzer.splat.Splat;
import org.gfpaudit.analyzer.splat.SplatReader;
import org.gfpaudit.rules.splat.Diagnoses;
import org.gfpaudit.rules.splat.SplatHead;
import org.gfpaudit.rules.splat.SplatStep;

/** The reports of the lock checker in the file that {@code --splat} names. */
final class SplatInput {
  private static final int MOST_BYTES = 64 << 20;
  private static final String ENCODED = "content-transfer-encoding:";

  private SplatInput() {}

  /** The reports, of which one at least says something of reclaim. */
  static List<Splat> read(String name, Path directory) throws UsageException {
    String source = name.equals("-") ? "standard input" : "'" + name + "'";
    List<Splat> splats = splats(source, bytes(name, source, directory));
    if (splats.isEmpty()) {
      throw new UsageException(
          "--splat: "
              + source
              + " holds no report of the kernel's lock checker; one starts with \""
              + Splat.Kind.CIRCULAR.banner()
              + "\" or \""
              + Splat.Kind.INCONSISTENT.banner()
              + "\", and who asks for what lock follows");
    }
    if (splats.stream().allMatch(splat -> Halves.of(splat).isEmpty())) {
      throw new UsageException(
          "--splat: reclaim (fs_reclaim, RECLAIM_FS) is no part of what "
              + source
              + " reports: "
              + splats.stream().map(SplatInput::about).collect(Collectors.joining("; ")));
    }
    return splats;
  }

  /** Refuses a tree that has nothing of what was reported. */
  static void requireSome(Diagnoses diagnoses) throws UsageException {
    boolean isSome =
        diagnoses.diagnoses().isEmpty()
            || diagnoses.diagnoses().stream()
                .flatMap(each -> Stream.of(each.held(), each.reclaim()))
                .flatMap(half -> half.steps().stream())
                .anyMatch(SplatStep::isFunctionThere);
    boolean isShown =
        diagnoses.diagnoses().stream()
            .flatMap(each -> Stream.of(each.held(), each.reclaim()))
            .anyMatch(half -> !half.steps().isEmpty());
    if (!isSome && !isShown) {
      throw new UsageException(
          "--splat: the report is cut: it shows no function of either stack, so that nothing can"
              + " be looked for");
    }
    if (!isSome) {
      String release = diagnoses.diagnoses().get(0).head().release();
      throw new UsageException(
          "--splat: this tree ("
              + diagnoses.release()
              + ") has none of the functions of the report"
              + (release.isEmpty() ? "" : ", which is of " + release)
              + "; --tree names another one, and a module's report needs the module's tree");
    }
  }

  private static String about(Splat splat) {
    SplatHead head = Diagnosing.head(splat);
    return "line "
        + head.line()
        + " is about \""
        + head.about()
        + "\""
        + (head.locks().isEmpty() ? "" : " (" + String.join(", ", head.locks()) + ")");
  }

  private static byte[] bytes(String name, String source, Path directory) throws UsageException {
    if (!name.equals("-") && !Files.exists(TreePaths.path(directory, name))) {
      throw new UsageException("--splat: no such file: '" + name + "'");
    }
    try (InputStream in =
        name.equals("-") ? System.in : Files.newInputStream(TreePaths.path(directory, name))) {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw new UsageException("--splat: " + source + " is too large");
      }
      return content;
    } catch (IOException e) {
      throw new UsageException("--splat: cannot read " + source + ": " + Failures.phrase(e));
    }
  }

  /** Mails are decoded: their bodies may be quoted-printable or packed. */
  private static List<Splat> splats(String source, byte[] content) throws UsageException {
    String text = new String(content, StandardCharsets.UTF_8);
    boolean isPacked = content.length > 1 && content[0] == 0x1f && content[1] == (byte) 0x8b;
    if (!isPacked && !text.toLowerCase(Locale.ROOT).contains(ENCODED)) {
      return SplatReader.read(text);
    }
    List<Splat> splats = new ArrayList<>();
    try {
      for (Mail mail : Mailbox.read(source, content, MOST_BYTES)) {
        byte[] body = mail.body().getBytes(StandardCharsets.ISO_8859_1);
        splats.addAll(SplatReader.read(new String(body, StandardCharsets.UTF_8)));
      }
    } catch (PatchException e) {
      throw new UsageException("--splat: " + source + " " + e.getMessage());
    }
    return splats;
  }
}
