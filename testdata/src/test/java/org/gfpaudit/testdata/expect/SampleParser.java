package org.gfpaudit.testdata.expect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one annotated file. It is strict: a comment on one line that begins with a small letter is
 * a marker, and a marker that is not exactly of a known form is an error. Prose begins with a
 * capital letter.
 */
public final class SampleParser {

  private static final Set<String> REQUIRED = Set.of("rule", "shows", "headers", "config");
  private static final Set<String> OPTIONAL = Set.of("kernel", "names");

  private final String path;
  private final List<String> complaints = new ArrayList<>();

  private SampleParser(String path) {
    this.path = path;
  }

  /**
   * Parses a file.
   *
   * @param path where it stands in the audited tree; one that ends in {@code .h} needs no header
   * @param bytes the file; read as Latin-1, since markers are ASCII and other bytes do not matter
   * @throws MalformedSampleException with everything that is wrong in it
   */
  public static Sample parse(String path, byte[] bytes) {
    return new SampleParser(path).parse(bytes);
  }

  private Sample parse(byte[] bytes) {
    List<String> lines = new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
    LineComments found = LineComments.of(lines);
    if (found.lineComment() > 0) {
      complain(found.lineComment(), "a // comment cannot stand in a continued macro: use /* */");
    }
    Optional<Header> header = Optional.empty();
    if (!path.endsWith(".h")) {
      header = Optional.of(header(found.firstBlock()));
    }
    Map<String, Integer> labels = new LinkedHashMap<>();
    List<Marker> markers = new ArrayList<>();
    for (LineComments.Comment comment : found.comments()) {
      if (comment.text().isEmpty() || !Character.isLowerCase(comment.text().charAt(0))) {
        continue;
      }
      try {
        MarkerForm.read(comment)
            .ifPresent(
                form -> {
                  if (form instanceof MarkerForm.Step step) {
                    if (labels.put(step.label(), comment.line()) != null) {
                      complain(comment.line(), "label " + step.label() + " is given twice");
                    }
                  } else if (form instanceof MarkerForm.Promised promised) {
                    markers.add(promised.marker());
                  }
                });
      } catch (IllegalArgumentException e) {
        complain(comment.line(), String.valueOf(e.getMessage()));
      }
    }
    Map<Integer, String> functions = FunctionLines.of(lines);
    checkLines(markers, lines.size());
    checkLabels(markers, labels.keySet());
    if (header.isPresent() && !header.get().hasRealNames()) {
      checkNames(markers, functions);
    }
    if (!complaints.isEmpty()) {
      throw new MalformedSampleException(complaints);
    }
    return new Sample(path, header, labels, List.copyOf(markers), functions);
  }

  private Header header(List<String> block) {
    Map<String, String> entries = new HashMap<>();
    for (String line : block) {
      int colon = line.indexOf(':');
      if (line.isEmpty()) {
        continue;
      }
      String key = colon < 0 ? line : line.substring(0, colon).strip();
      if (colon < 0 || !(REQUIRED.contains(key) || OPTIONAL.contains(key))) {
        complain(1, "not a line of a sample's header: " + line);
      } else if (entries.put(key, line.substring(colon + 1).strip()) != null) {
        complain(1, "header key given twice: " + key);
      }
    }
    for (String key : List.of("rule", "shows", "headers", "config")) {
      if (entries.getOrDefault(key, "").isEmpty()) {
        complain(1, "the header lacks the key " + key);
      }
    }
    String kernel = entries.getOrDefault("kernel", "6.1");
    if (!Set.of("6.1", "3.18").contains(kernel)) {
      complain(1, "no minikernel for kernel: " + kernel);
    }
    if (!entries.getOrDefault("config", "all").equals("all")) {
      complain(1, "config lists are reserved, write config: all");
    }
    if (!entries.getOrDefault("names", "real").equals("real")) {
      complain(1, "the only value of the key names is real");
    }
    return new Header(
        entries.getOrDefault("rule", ""),
        entries.getOrDefault("shows", ""),
        List.of(entries.getOrDefault("headers", "").split("\\s+")),
        entries.getOrDefault("config", ""),
        kernel,
        entries.containsKey("names"));
  }

  private void checkLines(List<Marker> markers, int lineCount) {
    for (Marker marker : markers) {
      if (marker.line() > lineCount) {
        complain(marker.line(), "a marker points below the end of the file");
      }
    }
  }

  private void checkLabels(List<Marker> markers, Set<String> labels) {
    for (Marker marker : markers) {
      if (marker instanceof Marker.OfFinding of) {
        for (String label : of.path()) {
          // A label with a colon is in another file of the program; the harness resolves it.
          if (!label.contains(":") && !labels.contains(label)) {
            complain(of.line(), "no step is labelled " + label);
          }
        }
      }
    }
  }

  private void checkNames(List<Marker> markers, Map<Integer, String> functions) {
    Set<String> holders = new HashSet<>();
    for (Marker marker : markers) {
      String function = functions.get(marker.line());
      if (!(marker instanceof Marker.OfFinding of) || function == null) {
        continue;
      }
      if (of.promise() == Marker.Promise.NOISE) {
        if (function.endsWith("_bad")) {
          continue;
        }
        if (!function.endsWith("_ok")) {
          complain(of.line(), function + "() holds a noise and does not end in _ok");
        }
      } else {
        holders.add(function);
        if (!function.endsWith("_bad")) {
          complain(of.line(), function + "() holds a want or a miss and does not end in _bad");
        }
      }
    }
    new HashSet<>(functions.values())
        .stream()
            .filter(function -> function.endsWith("_bad") && !holders.contains(function))
            .sorted()
            .forEach(
                function -> complain(1, function + "() ends in _bad and holds no want or miss"));
  }

  private void complain(int line, String what) {
    complaints.add(path + ":" + line + ": " + what);
  }
}
