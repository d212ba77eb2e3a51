package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The script of a shell with gaps, which stand as {@code @NAME@}, to be filled by the model. */
final class CompletionTemplate {
  private CompletionTemplate() {}

  /** The script with all its gaps filled, each by lines or by what stands within a line. */
  static String filled(String shell, Map<String, List<String>> gaps) {
    String text = text("completion." + shell);
    for (Map.Entry<String, List<String>> gap : gaps.entrySet()) {
      text = text.replace("@" + gap.getKey() + "@", String.join("\n", gap.getValue()));
    }
    return text;
  }

  private static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(CompletionTemplate.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
