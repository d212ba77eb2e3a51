package org.gfpaudit.analyzer.lsp;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts that the client has open, which count before the files on disk. Thread-safe. */
final class OpenTexts {

  /**
   * A text as the client has it.
   *
   * @param uri as the client writes it
   * @param version the client's number for this state of it
   * @param isSaved whether the file on disk is the same, as far as the client says
   */
  record OpenText(String uri, int version, String text, boolean isSaved) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private final Map<Path, OpenText> texts = new HashMap<>();

  /** The file that a URI names; empty where it names none, as those of unnamed buffers do. */
  static Optional<Path> path(String uri) {
    try {
      java.net.URI parsed = java.net.URI.create(uri);
      return "file".equals(parsed.getScheme())
          ? Optional.of(Path.of(parsed).toAbsolutePath().normalize())
          : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  synchronized void put(Path file, OpenText text) {
    texts.put(file, text);
  }

  synchronized void saved(Path file) {
    texts.computeIfPresent(
        file, (path, text) -> new OpenText(text.uri(), text.version(), text.text(), true));
  }

  synchronized void remove(Path file) {
    texts.remove(file);
  }

  synchronized Optional<OpenText> at(Path file) {
    return Optional.ofNullable(texts.get(file));
  }

  /** Those below a directory, by their paths from there with {@code /}. */
  synchronized SortedMap<String, OpenText> below(Path root) {
    SortedMap<String, OpenText> below = new TreeMap<>();
    texts.forEach(
        (path, text) -> {
          if (path.startsWith(root)) {
            below.put(root.relativize(path).toString(), text);
          }
        });
    return below;
  }
}
